import type { Page } from "@guildhall/contract";
import type { CompiledForm, ReadBackRow } from "@guildhall/forms";
import {
  arrange,
  type Filling,
  filesQuestions,
  hasTypeAhead,
  inOrderRead,
  type Placed,
  QuestionFields,
  Text,
  Written,
} from "@guildhall/question-view";
import { ErrorSummary } from "@guildhall/ui";
import type { Council, Look } from "../environment.ts";
import { revisionField } from "../journey/revision.ts";
import { BackButton } from "./back-button.tsx";
import { Column, CouncilPage } from "./council-page.tsx";
import { GoOn, Theirs } from "./going-on.tsx";

export interface QuestionPageProps {
  readonly council: Council;
  readonly look: Look;
  readonly service: { readonly id: string; readonly title: string };
  readonly form: CompiledForm;
  readonly page: Page;
  readonly filling: Filling;
  /** Whether the citizen came from the page where answers are checked, and goes back to it. */
  readonly changing: boolean;
  /** What went wrong that lies in no field. */
  readonly trouble?: string | undefined;
  /** Which answers the page is shown with. */
  readonly revision: string;
  /** What the page says by now, where it was changed in another window since it was opened here. */
  readonly theirs?: readonly ReadBackRow[] | undefined;
}

const formId = "question-form";

/** Ask what a page asks. It works without a script, and shows what was typed until it is right. */
export function QuestionPage(props: QuestionPageProps) {
  const { council, look, service, page } = props;
  const places = placesOn(props);
  const single = !page.text && isOneQuestion(places);
  const [first] = places;
  const title = single && first ? first.asked.question.label : page.title;
  const faults = summaryOf(props, places);
  return (
    <CouncilPage
      council={council}
      look={look}
      title={title}
      faults={faults.length > 0}
      address={actionOf(props)}
      form={formId}
      service={{ name: service.title, href: council.at.service(service.id) }}
      beforeContent={<BackButton form={formId} />}
    >
      <Column>
        {faults.length > 0 && <ErrorSummary errorList={faults} />}
        {!single && (
          <h1 class="govuk-heading-l">
            <Text>{page.title}</Text>
          </h1>
        )}
        {page.text && <Written text={page.text} />}
        <Theirs rows={props.theirs} />
        <AnswerForm {...props} places={places} single={single} />
        {hasTypeAhead(page) && <TypeAhead {...look} />}
        {asksForFiles(page) && <script type="module" src={look.assets.uploads}></script>}
      </Column>
    </CouncilPage>
  );
}

/** The form of all questions, and the ways on from it. A file that was chosen goes along with every button. */
function AnswerForm(props: QuestionPageProps & { places: readonly Placed[]; single: boolean }) {
  const { council, page, places, single, filling, revision } = props;
  return (
    <form
      id={formId}
      method="post"
      action={actionOf(props)}
      enctype={asksForFiles(page) ? "multipart/form-data" : undefined}
      autocomplete={autocompleteOf(council)}
      novalidate
    >
      <QuestionFields places={places} filling={filling} heading={single} />
      <input type="hidden" name={revisionField} value={revision} />
      <GoOn />
    </form>
  );
}

/** What the browser knows of a member of staff is not what a caller says. */
function autocompleteOf({ assisting }: Council): "off" | undefined {
  return assisting && "off";
}

/** What a long list needs to be searched by typing; no other page loads it. */
function TypeAhead({ assets }: Look) {
  return (
    <>
      <link rel="stylesheet" href={assets.typeAheadStylesheet} />
      <script type="module" src={assets.typeAhead}></script>
    </>
  );
}

function placesOn({ form, page, filling }: QuestionPageProps): Placed[] {
  const compiled = form.pages.find((one) => one.page.id === page.id)?.questions ?? [];
  return arrange(compiled, filling.answers);
}

function asksForFiles(page: Page): boolean {
  return filesQuestions(page).length > 0;
}

function actionOf({ council, service, page, changing }: QuestionPageProps): string {
  return `${council.at.page(service.id, page.id)}${changing ? "?change=yes" : ""}`;
}

/** What stands under the title of its page, even alone. */
const titled: ReadonlySet<string> = new Set(["group", "calculated", "files"]);

function isOneQuestion([first, ...more]: readonly Placed[]): boolean {
  const isHeading = first !== undefined && !titled.has(first.asked.question.type);
  return isHeading && more.length === 0;
}

function summaryOf({ filling, trouble }: QuestionPageProps, places: readonly Placed[]) {
  const faults = inOrderRead(places, filling.faults, ({ field }) => field.split("-")[0] ?? "");
  const own = faults.map(({ target, sentence }) => ({
    href: `#${target}`,
    content: <Text>{sentence}</Text>,
  }));
  return trouble === undefined ? own : [{ content: trouble }, ...own];
}
