import { speak } from "../src/l10n.ts";

// Loaded before anything that says something: the page brings the words of the display language along.
const told = document.getElementById("words")?.textContent;
if (told) speak(JSON.parse(told));
