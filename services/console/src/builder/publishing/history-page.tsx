import type { DraftRevision } from "@guildhall/contract";
import { InsetText, sayTime } from "@guildhall/ui";
import { More } from "../../pages/scroll-table.tsx";
import type { DraftFrame } from "../ground/draft-frame.ts";
import { DraftPage } from "../ground/draft-page.tsx";

/** What each kind of revision is called; kinds that come later are edits of some kind. */
const kinds: Readonly<Record<string, string>> = {
  begun: "began the draft",
  edited: "changed it",
  replaced: "put another definition in its place",
  undone: "undid something",
  "taken-in": "took in what was published",
};

/** Everything that was done to a draft, the latest first, in words. */
export function HistoryPage({
  frame,
  revisions,
  more,
}: {
  readonly frame: DraftFrame;
  readonly revisions: readonly DraftRevision[];
  readonly more: string | undefined;
}) {
  return (
    <DraftPage frame={frame} title="What was done to the draft">
      {revisions.length === 0 && <InsetText>Nothing yet.</InsetText>}
      <ol class="govuk-list console-attempts" reversed>
        {revisions.map((revision) => (
          <Revision revision={revision} />
        ))}
      </ol>
      <More href={more} />
    </DraftPage>
  );
}

function Revision({ revision }: { revision: DraftRevision }) {
  const { kind, at, by, differences, more } = revision;
  return (
    <li>
      <p class="govuk-body govuk-!-margin-bottom-1">
        <strong>{by}</strong> {kinds[kind] ?? kinds.edited}, {sayTime(at)}
      </p>
      {differences.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {differences.map(({ sentence }) => (
            <li>{sentence}</li>
          ))}
          {more !== undefined && <li>And {more} more.</li>}
        </ul>
      )}
    </li>
  );
}
