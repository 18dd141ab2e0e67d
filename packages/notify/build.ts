import { writeFile } from "node:fs/promises";
import { renderTemplates } from "./templates/render.ts";

await writeFile(new URL("src/templates.gen.ts", import.meta.url), await renderTemplates());
