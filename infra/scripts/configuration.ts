// Writes the table of settings into the pages that carry it.
import { readFileSync, writeFileSync } from "node:fs";
import { configurationTable } from "@guildhall/runtime";
import { putTable, tablePages } from "./configuration-pages.ts";

for (const page of tablePages)
  writeFileSync(page, putTable(readFileSync(page, "utf8"), configurationTable()));
