import fc from "fast-check";

// At a desk each run tries other cases; a build machine judges every change by the same ones, so that a change
// fails for what it did and not for what chance found.
if (process.env["CI"] === "true") fc.configureGlobal({ seed: 62443 });
