#!/usr/bin/env node
// `npm start`: install and build what is missing, then run everything. Arguments go to the `guildhall` command line.
import { pathToFileURL } from "node:url";
import { bundle } from "./bundle.mjs";
import { build, install, requireNode } from "./prepare.mjs";

requireNode();
install();
build();
// In this very process: one less to pass signals on, and nothing of the above is kept.
process.argv[1] = bundle;
if (process.env.npm_lifecycle_event) endWithParent(process.ppid);
await import(pathToFileURL(bundle).href);

/** npm passes signals to a shell, which ends and passes nothing on: end when it has gone. */
function endWithParent(parent) {
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    process.kill(process.pid, "SIGTERM");
  }, 500);
  timer.unref();
}
