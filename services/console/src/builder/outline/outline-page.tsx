import { Button, Details, Textarea } from "@guildhall/ui";
import type { Faults } from "../../pages/frame.ts";
import type { DraftFrame } from "../ground/draft-frame.ts";
import { DraftPage } from "../ground/draft-page.tsx";

const example = `# The water
When did you first see it?
Where does it stand?
- In a garden or yard
- In a ditch or pond
- On a building site
Hint: Look from the road if you can.
What is the site called?
Only if Where does it stand? is On a building site

# What it brings
What do you see there? (choose any) (optional)
- Mosquitoes
- Rats
When was it worst? (several)
> Which day?
> What was it like?`;

/** Write the questions of a form down, or paste them from a paper form, instead of adding them one by one. */
export function OutlinePage({
  frame,
  text = "",
  faults = {},
}: {
  frame: DraftFrame;
  text?: string;
  faults?: Faults;
}) {
  const { questions, outline } = frame.here;
  return (
    <DraftPage
      frame={frame}
      title="Write or paste your questions"
      way={[{ content: "Questions", href: questions }]}
      faults={faults}
    >
      <form method="post" action={outline}>
        <TextOfQuestions text={text} fault={faults.text} autofocus />
        <Button name="act" value="read">
          Show what this makes
        </Button>
      </form>
      <Details summary="How to write pages, choices and lists">
        <p class="govuk-body">
          Begin a page with <kbd>#</kbd>, a choice with <kbd>-</kbd>, and a question that is asked
          of each of several with <kbd>&gt;</kbd>. Write (optional), (choose any) or (several)
          behind a question where that is so, and below it “Only if” with a question before it, “is”
          and an answer.
        </p>
        <pre class="govuk-body console-code">{example}</pre>
      </Details>
    </DraftPage>
  );
}

/** Where the questions are typed, on both pages. */
export function TextOfQuestions({
  text,
  fault,
  autofocus = false,
}: {
  text: string;
  fault?: string | undefined;
  autofocus?: boolean;
}) {
  return (
    <Textarea
      id="text"
      name="text"
      label="Your questions, one on each line"
      hint="You look over what each asks for before anything is added."
      rows={14}
      value={text}
      errorMessage={fault}
      attributes={autofocus ? { autofocus: true } : {}}
    />
  );
}
