import type { OutlineReading } from "@guildhall/contract";
import { Button, InsetText, Select } from "@guildhall/ui";
import type { Faults } from "../../pages/frame.ts";
import type { DraftFrame } from "../ground/draft-frame.ts";
import { DraftPage, Seen } from "../ground/draft-page.tsx";
import { type QuestionType, questionTypes } from "../questions/question-types.ts";
import { TextOfQuestions } from "./outline-page.tsx";

interface ReadPageProps {
  readonly frame: DraftFrame;
  readonly text: string;
  readonly reading: OutlineReading;
  readonly faults?: Faults;
}

type ReadQuestion = OutlineReading["pages"][number]["page"]["questions"][number];

/** What was made of the questions that were written down, to be looked over before they are added. */
export function ReadPage({ frame, text, reading, faults = {} }: ReadPageProps) {
  const { questions, outline } = frame.here;
  const count = reading.pages.reduce((sum, { page }) => sum + page.questions.length, 0);
  return (
    <DraftPage
      frame={frame}
      title="Look over your questions"
      way={[{ content: "Questions", href: questions }]}
      faults={faults}
    >
      <form method="post" action={outline}>
        <Seen frame={frame} />
        <input type="hidden" name="shown" value={text} />
        <Remarks reading={reading} />
        {reading.pages.map(({ page, lines }) => (
          <section>
            <h2 class="govuk-heading-m">{page.title}</h2>
            {page.questions.map((question, at) => (
              <ReadLine question={question} line={lines[at] ?? 0} />
            ))}
          </section>
        ))}
        {count > 0 && (
          <Button name="act" value="add" attributes={{ autofocus: true }}>
            {count === 1 ? "Add this question" : `Add these ${count} questions`}
          </Button>
        )}
        <h2 class="govuk-heading-m">Change what you wrote</h2>
        <TextOfQuestions text={text} />
        <Button name="act" value="read" classes="govuk-button--secondary">
          Show what this makes now
        </Button>
      </form>
    </DraftPage>
  );
}

function Remarks({ reading: { remarks } }: Pick<ReadPageProps, "reading">) {
  if (remarks.length === 0) return null;
  return (
    <InsetText>
      <ul class="govuk-list">
        {remarks.map(({ line, sentence }) => (
          <li>
            Line {line}: {sentence}
          </li>
        ))}
      </ul>
    </InsetText>
  );
}

/** A question that is asked of each of several is one because of what stands below it. */
function ReadLine({ question, line }: { question: ReadQuestion; line: number }) {
  const { label, type } = question;
  if (type !== "group") {
    const name = `kind-${line}`;
    const items = kindsFor(type, question);
    return <Select id={name} name={name} label={label} hint={detailsOf(question)} items={items} />;
  }
  return (
    <div class="govuk-form-group">
      <p class="govuk-body govuk-!-margin-bottom-1">{label}</p>
      <p class="govuk-hint">
        {detailsOf(question)} {questionTypes.group.title}:
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {question.questions.map((item) => (
          <li>
            {item.label} ({questionTypes[item.type].title})
          </li>
        ))}
      </ul>
    </div>
  );
}

function kindsFor(type: QuestionType, question: ReadQuestion) {
  const all = Object.entries(questionTypes).filter(([kind]) => !notChosen.has(kind));
  const items = all.map(([value, { title }]) => ({
    value,
    content: title,
    selected: value === type,
  }));
  return "options" in question ? items : items.filter(({ value }) => !withOptions.has(value));
}

const notChosen: ReadonlySet<string> = new Set(["group", "calculated"]);
const withOptions: ReadonlySet<string> = new Set(["radios", "select", "checkboxes"]);

function detailsOf(question: ReadQuestion): string {
  const needed = question.required ? "Has to be answered." : "Can be left out.";
  if (!("options" in question)) return needed;
  return `${needed} Choices: ${question.options.map(({ label }) => label).join("; ")}`;
}
