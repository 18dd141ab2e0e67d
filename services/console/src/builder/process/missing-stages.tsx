import type { DraftStatus, Edit } from "@guildhall/contract";
import { Button } from "@guildhall/ui";
import type { DraftFrame } from "../ground/draft-frame.ts";
import { Seen } from "../ground/draft-page.tsx";
import { processAddresses } from "./addresses.ts";

/** Add in one go the stages that statuses lead to and that the service does not have yet. */
export function MissingStages({
  frame,
  statuses,
}: {
  frame: DraftFrame;
  statuses: readonly DraftStatus[];
}) {
  const edits = editsFor(frame.draft.definition.stages, statuses);
  if (edits.length === 0) return null;
  return (
    <form method="post" action={frame.here.edits}>
      <Seen frame={frame} />
      <input type="hidden" name="edits" value={JSON.stringify(edits)} />
      <input type="hidden" name="next" value={processAddresses(frame.here).list} />
      <Button preventDoubleClick>
        {edits.length === 1
          ? "Add the stage that statuses of the back office lead to"
          : `Add the ${edits.length} stages that statuses of the back office lead to`}
      </Button>
    </form>
  );
}

function editsFor(stages: readonly { readonly id: string }[], statuses: readonly DraftStatus[]) {
  const known = new Set(stages.map(({ id }) => id));
  const missing = new Set(
    statuses.flatMap(({ stage }) => stage ?? []).filter((id) => !known.has(id)),
  );
  return [...missing].map((id): Edit => {
    const words = id.replaceAll("-", " ");
    const title = words.charAt(0).toUpperCase() + words.slice(1);
    return { act: "add", to: "/stages", item: { id, title } };
  });
}
