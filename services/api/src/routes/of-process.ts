import { createRouter } from "../router.ts";
import { cases } from "./cases.ts";
import { container } from "./container.ts";
import { grants } from "./grants.ts";
import { information } from "./information.ts";
import { ledger } from "./ledger.ts";

/** What else there is of a process: the rights to it, all that was said of it, what is known, and what was asked. */
export const ofProcess = createRouter();
for (const part of [grants, ledger, container, information, cases]) ofProcess.route("/", part);
