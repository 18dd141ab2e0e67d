import type { Note } from "@guildhall/contract";
import { Button, Paragraphs, sayTime, Tag, Textarea } from "@guildhall/ui";
import { WhoReads } from "./act-pages.tsx";
import type { CasePageProps } from "./case-page.tsx";

/** Words that were added, the newest first, and adding more. */
export function CaseNotes(props: CasePageProps & { readonly notes: readonly Note[] }) {
  const { desk, of, notes } = props;
  const writes = of.process.status === "open" && desk.scopes.has("notes:write");
  return (
    <>
      <h2 class="govuk-heading-m" id="notes">
        Notes
      </h2>
      {writes && <Write {...props} />}
      {notes.length === 0 && <p class="govuk-body">There is no note yet.</p>}
      <ol class="govuk-list">
        {notes.toReversed().map(({ author, at, contents, visibleToCitizen }) => (
          <li class="console-case-task">
            <p class="govuk-body-s govuk-!-margin-bottom-1">
              {author}, {sayTime(at)}{" "}
              {visibleToCitizen && <Tag classes="govuk-tag--green">The resident reads it</Tag>}
            </p>
            <Paragraphs text={contents} />
          </li>
        ))}
      </ol>
    </>
  );
}

function Write({ office, of, note, faults, once }: CasePageProps) {
  return (
    <form method="post" action={`${office.at.case(of.process.id)}/notes`} novalidate>
      <input type="hidden" name="once" value={once} />
      <Textarea
        name="words"
        label="Add a note"
        value={note.words}
        errorMessage={faults.words}
        rows={4}
        attributes={{ "data-shortcut": "n" }}
      />
      <WhoReads visible={note.visible} />
      <Button classes="govuk-button--secondary" preventDoubleClick>
        Add the note
      </Button>
    </form>
  );
}
