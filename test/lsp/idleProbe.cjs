// Loaded before a server that a test has started: answers what keeps its process awake.
process.on("message", () => process.send(process.getActiveResourcesInfo()));
