import type { Edit } from "@guildhall/contract";
import { SummaryList } from "@guildhall/ui";
import { linesOfValue } from "../cookbook/value-words.ts";

/** What was just sent and is not saved, so that nobody has to remember it. */
export function WhatYouEntered({ edits }: { edits: readonly Edit[] }) {
  const rows = edits.flatMap(rowOf);
  if (rows.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">What you entered</h2>
      <SummaryList rows={rows} />
    </>
  );
}

function rowOf(edit: Edit) {
  const at = edit.act === "add" || edit.act === "insert" ? edit.to : edit.at;
  const said =
    "to" in edit && edit.act === "set" ? edit.to : "item" in edit ? edit.item : undefined;
  const lines = said === undefined || said === "" ? [] : linesOf(said);
  const value = <span class="builder-lines">{lines.join("\n")}</span>;
  return lines.length === 0 ? [] : [{ key: nameOf(at), value }];
}

/** Of a translation its words alone: what it is a translation of stands on the page that it was entered on. */
function linesOf(said: unknown): string[] {
  const isTranslation = typeof said === "object" && said !== null && "of" in said && "text" in said;
  return linesOfValue(isTranslation ? said.text : said);
}

/** The last steps of a part's path: “Retention days”, “Welsh of messages started text”. */
function nameOf(at: string): string {
  const [first, ...rest] = at.split("/").slice(1);
  const words =
    first === "welsh" ? `Welsh of ${rest.join(" ")}` : at.split("/").slice(-2).join(" ");
  const plain = words.replaceAll(/[.-]/g, " ").trim();
  return `${plain.charAt(0).toUpperCase()}${plain.slice(1)}`;
}
