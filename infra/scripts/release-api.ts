// `npm run release:api`: promise the API as it is now, unless that breaks an older promise without a word.
import { copyFile } from "node:fs/promises";
import { promises } from "../checks/breaking-changes.ts";

const findings = await promises.run(process.cwd());
for (const { place, sentence } of findings) console.error(`${place} ${sentence}`);
if (findings.length > 0) process.exitCode = 1;
else await copyFile("packages/sdk/openapi.json", "docs/api/openapi.json");
