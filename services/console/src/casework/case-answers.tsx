import type { CaseAnswers } from "@guildhall/contract";
import { SummaryList, sayTime } from "@guildhall/ui";
import type { CasePageProps } from "./case-page.tsx";

type Row = CaseAnswers["pages"][number]["rows"][number];

/** What the citizen answered, with what was put right beside it. */
export function CaseAnswersOf(props: CasePageProps & { readonly answers: CaseAnswers }) {
  const { office, desk, of, answers } = props;
  const corrects = of.process.status === "open" && desk.scopes.has("tasks:write");
  const actions = ({ question, label }: Row) => ({
    href: office.at.correctAnswer(of.process.id, question),
    content: "Correct",
    visuallyHiddenText: label,
  });
  return (
    <>
      <h2 class="govuk-heading-m">What they told us</h2>
      {answers.pages.map(({ title, rows }) => (
        <>
          {!saysItself(title, rows) && <h3 class="govuk-heading-s">{title}</h3>}
          <SummaryList
            rows={rows.map((row) => ({
              key: row.label,
              value: <Answer row={row} />,
              ...(corrects && row.correctable && { actions: { items: [actions(row)] } }),
            }))}
          />
        </>
      ))}
    </>
  );
}

/** A page of one question often has nothing else for its title. */
function saysItself(title: string, rows: readonly Row[]): boolean {
  return rows.length === 1 && rows[0]?.label === title;
}

function Answer({ row: { text, corrections } }: { row: Row }) {
  const last = corrections.at(-1);
  if (last === undefined) return <Lines text={text} />;
  return (
    <>
      <Lines text={last.text} />
      <ol class="govuk-list console-before">
        {corrections.toReversed().map((one) => (
          <li>
            {one.author} corrected it{one !== last && ` to ${said(one.text)}`}, {sayTime(one.at)}:{" "}
            {one.reason}
          </li>
        ))}
        <li>They said: {said(text)}</li>
      </ol>
    </>
  );
}

function said(text: readonly string[]): string {
  return text.join(", ") || "nothing";
}

function Lines({ text }: { text: readonly string[] }) {
  if (text.length === 0) return <>No answer</>;
  return (
    <>
      {text.map((line, at) => (
        <>
          {at > 0 && <br />}
          {line}
        </>
      ))}
    </>
  );
}
