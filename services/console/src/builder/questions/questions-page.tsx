import type { DraftFinding } from "@guildhall/contract";
import { Button, Input, NotificationBanner } from "@guildhall/ui";
import type { Faults } from "../../pages/frame.ts";
import type { DraftFrame } from "../ground/draft-frame.ts";
import { DraftPage, Seen } from "../ground/draft-page.tsx";
import { questionAddresses } from "./addresses.ts";
import { Findings, type FindingsByPart, findingsByPart } from "./findings.tsx";
import { FormPageCard } from "./form-page-card.tsx";
import { type DraftFormPage, type HeldQuestion, pathOfPage, questionsOn } from "./held.ts";
import { matching } from "./matching.ts";
import { SectionHeading } from "./section-heading.tsx";
import { pagesOf } from "./sections.ts";

export interface QuestionsPageProps {
  readonly frame: DraftFrame;
  /** The conditions by id, each as a sentence. */
  readonly sentences: ReadonlyMap<string, string>;
  readonly findings: readonly DraftFinding[];
  /** The words that are looked for. */
  readonly find: string;
  /** The part that the reader is at, where they are at one: its page is shown open. */
  readonly at: string;
  /** What was just done, and where it is now. */
  readonly placed?: string | undefined;
  /** What was wrong with what was to be done. */
  readonly faults?: Faults;
}

/** What every page and question on the list is told. */
export interface ListProps extends QuestionsPageProps {
  readonly found: FindingsByPart;
}

/** A page of the form and those of its questions that are to be shown. */
export interface ShownPage {
  readonly page: DraftFormPage;
  readonly questions: readonly HeldQuestion[];
}

/** The most questions that are shown open together. */
const mostAtOnce = 60;

function isWithin(at: string, { page }: ShownPage): boolean {
  return at === pathOfPage(page) || at.startsWith(`${pathOfPage(page)}/`);
}

/** All pages and questions of a form in their order, who is asked what, and what is wrong with them. */
export function QuestionsPage(props: QuestionsPageProps) {
  const { frame, find, findings, placed, faults = {} } = props;
  const { pages } = frame.draft.definition.form;
  const all = pages.map((page) => ({ page, questions: questionsOn(page) }));
  // A long form is shown page by page: nobody reads a thousand lines to find one.
  const isSmall = find !== "" || all.flatMap(({ questions }) => questions).length <= mostAtOnce;
  const shown = find === "" ? all : matching(all, find, props.sentences);
  const lines = shown.flatMap(({ questions }) => questions);
  const parts = new Set([...pages.map(pathOfPage), ...lines.map(({ at }) => at)]);
  const found = findingsByPart(findings, parts);
  const cards = shown.map((one) => ({ shown: one, isOpen: isSmall || isWithin(props.at, one) }));
  return (
    <DraftPage frame={frame} title="Questions" faults={faults}>
      {placed && <NotificationBanner type="success">{placed}</NotificationBanner>}
      <p class="govuk-body">
        People go through these pages from top to bottom. A page or question that is asked only
        under a condition is passed over by everybody else.
      </p>
      <Ways frame={frame} />
      <Findings findings={found.get("")} frame={frame} />
      {pages.length > 0 && <Find frame={frame} find={find} />}
      {pages.length === 0 && <p class="govuk-body">There is no page yet. Add the first one.</p>}
      {find !== "" && <Found shown={shown} find={find} />}
      {frame.draft.definition.form.sections.length > 0 || cards.some(({ isOpen }) => isOpen) ? (
        <form method="post" action={questionAddresses(frame.here).act}>
          <Seen frame={frame} />
          <Cards {...props} found={found} cards={cards} />
        </form>
      ) : (
        <Cards {...props} found={found} cards={cards} />
      )}
    </DraftPage>
  );
}

type CardsProps = ListProps & {
  readonly cards: readonly { readonly shown: ShownPage; readonly isOpen: boolean }[];
};

function Cards({ cards, ...props }: CardsProps) {
  const { definition } = props.frame.draft;
  const { sections } = definition.form;
  const empty = sections.filter((section) => pagesOf(definition, section).length === 0);
  return (
    <>
      {cards.map((card, place) => {
        const { section: id } = card.shown.page;
        const isFirst = cards[place - 1]?.shown.page.section !== id;
        const section = isFirst ? sections.find((one) => one.id === id) : undefined;
        return (
          <>
            {section && <SectionHeading frame={props.frame} section={section} />}
            <FormPageCard {...props} {...card} />
          </>
        );
      })}
      {props.find === "" &&
        empty.map((section) => <SectionHeading frame={props.frame} section={section} />)}
    </>
  );
}

function Ways({ frame }: { frame: DraftFrame }) {
  const to = questionAddresses(frame.here);
  const { sections, pages } = frame.draft.definition.form;
  return (
    <ul class="govuk-list console-ways">
      <li>
        <a class="govuk-link" href={to.newPage}>
          Add a page
        </a>
      </li>
      <li>
        <a class="govuk-link" href={frame.here.outline}>
          Write or paste many questions at once
        </a>
      </li>
      <li>
        <a class="govuk-link" href={to.patterns}>
          Add questions that many services ask
        </a>
      </li>
      {sections.length === 0 && pages.length > 1 && (
        <li>
          <a class="govuk-link" href={to.firstSection}>
            Divide a long form into sections
          </a>
        </li>
      )}
      <li>
        <a class="govuk-link" href={frame.here.conditions}>
          Conditions
        </a>
      </li>
      <li>
        <a class="govuk-link" href={frame.here.flow}>
          See the way through the form as a picture
        </a>
      </li>
    </ul>
  );
}

function Find({ frame, find }: { frame: DraftFrame; find: string }) {
  return (
    <form method="get" action={frame.here.questions} class="console-filters">
      <Input name="find" label="Find a page or question" value={find} type="search" />
      <Button classes="govuk-button--secondary">Find</Button>
    </form>
  );
}

function Found({ shown, find }: { shown: readonly ShownPage[]; find: string }) {
  const count = shown.reduce((sum, { questions }) => sum + questions.length, 0);
  if (shown.length === 0)
    return <p class="govuk-body">Nothing has “{find}” in its words. Try fewer words.</p>;
  const [pages, questions] = [counted(shown.length, "page"), counted(count, "question")];
  return (
    <p class="govuk-body">
      {questions} on {pages} with “{find}”.
    </p>
  );
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
