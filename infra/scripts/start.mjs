// `npm start`: install and build what is missing, then run everything. Arguments go to the `guildhall` command line.
import { pathToFileURL } from "node:url";
import { bundle } from "./bundle.mjs";
import { build, install, requireNode } from "./prepare.mjs";

requireNode();
install();
build();
// In this very process: one less to pass signals on, and nothing of the above is kept.
process.argv[1] = bundle;
await import(pathToFileURL(bundle).href);
