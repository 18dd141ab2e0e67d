import type { PartUses, ServicePattern } from "@guildhall/contract";
import { Button, Radios, Select, WarningText } from "@guildhall/ui";
import type { Faults } from "../../pages/frame.ts";
import type { DraftFrame } from "../ground/draft-frame.ts";
import { DraftPage, Seen } from "../ground/draft-page.tsx";
import { questionAddresses } from "./addresses.ts";
import { type HeldQuestion, pathOfPage } from "./held.ts";

interface MovePageProps {
  readonly frame: DraftFrame;
  readonly held: HeldQuestion;
  readonly faults?: Faults;
}

/** Choose the page that a question is moved to. */
export function MovePage({ frame, held, faults = {} }: MovePageProps) {
  const to = questionAddresses(frame.here);
  const { pages } = frame.draft.definition.form;
  return (
    <DraftPage
      frame={frame}
      title="Move a question"
      way={[{ content: "Questions", href: to.list }]}
      faults={faults}
    >
      <p class="govuk-body">
        “{held.question.label}” is on “{held.page.title}” now. It becomes the last question of the
        page that you choose.
      </p>
      <form method="post" action={to.move(held.at)}>
        <Seen frame={frame} />
        <Select
          name="page"
          label="Page"
          errorMessage={faults.page}
          items={pages
            .filter((page) => page !== held.page)
            .map((page) => ({ value: pathOfPage(page), content: page.title }))}
        />
        <div class="govuk-button-group">
          <Button>Move it</Button>
          <a class="govuk-link" href={to.list}>
            Leave it there
          </a>
        </div>
      </form>
    </DraftPage>
  );
}

interface RemovePageProps {
  readonly frame: DraftFrame;
  readonly at: string;
  /** What it is called. */
  readonly title: string;
  readonly kind: "page" | "question";
  readonly uses: PartUses;
  readonly faults?: Faults;
}

/** Say what uses a part before it is removed. */
export function RemovePage({ frame, at, title, kind, uses, faults = {} }: RemovePageProps) {
  const to = questionAddresses(frame.here);
  return (
    <DraftPage
      frame={frame}
      title={`Remove a ${kind}`}
      way={[{ content: "Questions", href: to.list }]}
      faults={faults}
    >
      <p class="govuk-body">
        “{title}” is taken out of the draft{kind === "page" && ", with its questions"}. What is live
        stays as it is.
      </p>
      {uses.uses.length > 0 && (
        <>
          <WarningText>{uses.sentence} What uses it will have to be put right.</WarningText>
          <ul class="govuk-list govuk-list--bullet">
            {uses.uses.map((use) => (
              <li>{use.title}</li>
            ))}
          </ul>
        </>
      )}
      <form method="post" action={to.remove(at)}>
        <Seen frame={frame} />
        <div class="govuk-button-group">
          <Button classes="govuk-button--warning">Remove it</Button>
          <a class="govuk-link" href={to.list}>
            Keep it
          </a>
        </div>
      </form>
    </DraftPage>
  );
}

interface PatternsPageProps {
  readonly frame: DraftFrame;
  readonly patterns: readonly ServicePattern[];
  readonly faults?: Faults;
}

/** Choose questions that many services ask, and where they go. */
export function PatternsPage({ frame, patterns, faults = {} }: PatternsPageProps) {
  const to = questionAddresses(frame.here);
  const title = "Add questions that many services ask";
  const { pages } = frame.draft.definition.form;
  return (
    <DraftPage
      frame={frame}
      title={title}
      way={[{ content: "Questions", href: to.list }]}
      faults={faults}
    >
      <form method="post" action={to.patterns}>
        <Seen frame={frame} />
        <Radios
          name="pattern"
          fieldset={{
            legend: { content: "What do you want to ask?", classes: "govuk-fieldset__legend--m" },
          }}
          errorMessage={faults.pattern}
          items={patterns.map(({ id, title: name, text, pages: asked }) => ({
            value: id,
            content: name,
            hint: `${text} It asks: ${asked.flatMap((page) => page.questions).join("; ")}.`,
          }))}
        />
        <Select
          name="to"
          label="Where"
          items={[
            { value: "/form/pages", content: "On pages of their own, at the end" },
            ...pages.map((page) => ({
              value: `${pathOfPage(page)}/questions`,
              content: `On the page “${page.title}”`,
            })),
          ]}
        />
        <Button>Add them</Button>
      </form>
    </DraftPage>
  );
}
