import type { Edit } from "@guildhall/contract";
import { SummaryList } from "@guildhall/ui";

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
  const text = typeof said === "string" ? said : said === undefined ? "" : JSON.stringify(said);
  return text === "" ? [] : [{ key: at.split("/").slice(-2).join(" "), value: text }];
}
