import type { Document, Page } from "@guildhall/contract";
import type { CompiledForm, ReadBackRow } from "@guildhall/forms";
import { BackLink, Button, ErrorSummary, Paragraphs } from "@guildhall/ui";
import type { Council, Look } from "../environment.ts";
import { arrange, inOrderRead, type Placed } from "../journey/arrange.ts";
import { type FilesQuestion, filesQuestions, hasRoom as hasRoomFor } from "../journey/evidence.ts";
import { revisionField } from "../journey/revision.ts";
import { BackButton } from "./back-button.tsx";
import { Column, CouncilPage } from "./council-page.tsx";
import { GoOn, Theirs } from "./going-on.tsx";
import { FilesField } from "./questions/files-field.tsx";
import { type Filling, faultOf, shownIn } from "./questions/filling.ts";
import { QuestionFields } from "./questions/question-field.tsx";
import { hasTypeAhead } from "./questions/type-ahead.ts";
import { SaveLink } from "./tasks-page.tsx";

export interface QuestionPageProps {
  readonly council: Council;
  readonly look: Look;
  readonly service: { readonly id: string; readonly title: string };
  readonly form: CompiledForm;
  readonly page: Page;
  readonly filling: Filling;
  /** Whether the citizen came from the page where answers are checked, and goes back to it. */
  readonly changing: boolean;
  readonly back: string;
  /** The files that are there, by question. */
  readonly files: ReadonlyMap<string, readonly Document[]>;
  /** What went wrong that lies in no field. */
  readonly trouble?: string | undefined;
  /** Which answers the page is shown with. */
  readonly revision: string;
  /** What the page says by now, where it was changed in another window since it was opened here. */
  readonly theirs?: readonly ReadBackRow[] | undefined;
}

const formId = "questions";

/** Ask what a page asks. It works without a script, and shows what was typed until it is right. */
export function QuestionPage(props: QuestionPageProps) {
  const { council, look, service, page } = props;
  const places = placesOn(props);
  const uploads = filesQuestions(page);
  const single = uploads.length === 0 && !page.text && isOneQuestion(places);
  const [first] = places;
  const title = single && first ? first.asked.question.label : page.title;
  const faults = summaryOf(props, places);
  return (
    <CouncilPage
      council={council}
      look={look}
      title={title}
      faults={faults.length > 0}
      service={{ name: service.title, href: council.at.service(service.id) }}
      beforeContent={
        hasForm(props, places) ? <BackButton form={formId} /> : <BackLink href={props.back} />
      }
    >
      <Column>
        {faults.length > 0 && <ErrorSummary errorList={faults} />}
        {!single && <h1 class="govuk-heading-l">{page.title}</h1>}
        {page.text && <Paragraphs text={page.text} />}
        <Theirs rows={props.theirs} />
        <Uploads {...props} lone={places.length === 0} />
        <AnswerForm {...props} places={places} single={single} />
        {hasTypeAhead(page) && <TypeAhead {...look} />}
      </Column>
    </CouncilPage>
  );
}

/** The form of all questions but files, and the ways on from it. */
function AnswerForm(props: QuestionPageProps & { places: readonly Placed[]; single: boolean }) {
  const { council, service, places, single, filling, revision } = props;
  if (!hasForm(props, places)) return <SaveLink href={council.at.save(service.id)} />;
  return (
    <form
      id={formId}
      method="post"
      action={actionOf(props)}
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

/** The questions of the page that stand in its form; files have forms of their own. */
function placesOn({ form, page, filling }: QuestionPageProps): Placed[] {
  const compiled = form.pages.find((one) => one.page.id === page.id)?.questions ?? [];
  const asked = compiled.filter(({ question }) => question.type !== "files");
  return arrange(asked, filling.answers);
}

/** A page that asks for files alone goes on with the form that sends them, while there is room for more. */
function hasForm(props: QuestionPageProps, places: readonly Placed[]): boolean {
  const [question, ...more] = filesQuestions(props.page);
  return places.length > 0 || !question || more.length > 0 || !hasRoom(props, question);
}

function Uploads(props: QuestionPageProps & { lone: boolean }) {
  const { council, look, service, page, filling, files, changing, lone } = props;
  const questions = filesQuestions(page);
  const base = `${council.at.page(service.id, page.id)}/files`;
  return (
    <>
      {questions.map((question) => (
        <FilesField
          question={question}
          heading={false}
          files={files.get(question.id) ?? []}
          action={`${base}/${question.id}`}
          query={changing ? "&change=yes" : ""}
          fault={faultOf(filling, question.id)?.sentence}
          room={hasRoom(props, question)}
          label={shownIn(filling, `${question.id}-label`)}
          script={look.assets.uploads}
        >
          {lone && questions.length === 1 && (
            <Button attributes={{ formaction: goOn(`${base}/${question.id}`, changing) }}>
              Continue
            </Button>
          )}
        </FilesField>
      ))}
    </>
  );
}

function hasRoom({ files }: QuestionPageProps, question: FilesQuestion): boolean {
  const own = files.get(question.id)?.length ?? 0;
  const all = [...files.values()].reduce((sum, { length }) => sum + length, 0);
  return hasRoomFor(question, own, all);
}

function goOn(action: string, changing: boolean): string {
  return `${action}?then=continue${changing ? "&change=yes" : ""}`;
}

function actionOf({ council, service, page, changing }: QuestionPageProps): string {
  return `${council.at.page(service.id, page.id)}${changing ? "?change=yes" : ""}`;
}

/** What stands under the title of its page, even alone. */
const titled: ReadonlySet<string> = new Set(["group", "calculated"]);

function isOneQuestion([first, ...more]: readonly Placed[]): boolean {
  const isHeading = first !== undefined && !titled.has(first.asked.question.type);
  return isHeading && more.length === 0;
}

function summaryOf({ filling, trouble }: QuestionPageProps, places: readonly Placed[]) {
  const faults = inOrderRead(places, filling.faults, ({ field }) => field.split("-")[0] ?? "");
  const own = faults.map(({ target, sentence }) => ({
    href: `#${target}`,
    content: sentence,
  }));
  return trouble === undefined ? own : [{ content: trouble }, ...own];
}
