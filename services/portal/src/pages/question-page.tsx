import type { Document, Page } from "@guildhall/contract";
import type { CompiledForm } from "@guildhall/forms";
import { BackLink, Button, ErrorSummary, Paragraphs } from "@guildhall/ui";
import type { Council, Look } from "../environment.ts";
import { arrange, type Placed } from "../journey/arrange.ts";
import { filesQuestions, mostFiles } from "../journey/evidence.ts";
import { BackButton } from "./back-button.tsx";
import { Column, CouncilPage } from "./council-page.tsx";
import { FilesField } from "./questions/files-field.tsx";
import { type Filling, faultOf } from "./questions/filling.ts";
import { QuestionFields } from "./questions/question-field.tsx";

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
}

const formId = "questions";

/** Ask what a page asks. It works without a script, and shows what was typed until it is right. */
export function QuestionPage(props: QuestionPageProps) {
  const { council, look, service, page } = props;
  const places = placesOn(props);
  const uploads = filesQuestions(page);
  const single = uploads.length === 0 && !page.text && isOneQuestion(places);
  const title = single ? (places[0]?.asked.question.label ?? page.title) : page.title;
  const faults = summaryOf(props);
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
        <Uploads {...props} lone={places.length === 0} />
        {hasForm(props, places) && (
          <form id={formId} method="post" action={actionOf(props)} novalidate>
            <QuestionFields places={places} filling={props.filling} heading={single} />
            <Button preventDoubleClick>Continue</Button>
          </form>
        )}
      </Column>
    </CouncilPage>
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
  const { council, service, page, filling, files, changing, lone } = props;
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

function hasRoom(
  { files }: QuestionPageProps,
  question: { id: string; maxFiles: number },
): boolean {
  const own = files.get(question.id)?.length ?? 0;
  const all = [...files.values()].reduce((sum, { length }) => sum + length, 0);
  return own < question.maxFiles && all < mostFiles;
}

function goOn(action: string, changing: boolean): string {
  return `${action}?then=continue${changing ? "&change=yes" : ""}`;
}

function actionOf({ council, service, page, changing }: QuestionPageProps): string {
  return `${council.at.page(service.id, page.id)}${changing ? "?change=yes" : ""}`;
}

function isOneQuestion([first, ...more]: readonly Placed[]): boolean {
  return first !== undefined && more.length === 0 && first.asked.question.type !== "group";
}

function summaryOf({ filling, trouble }: QuestionPageProps) {
  const own = filling.faults.map(({ target, sentence }) => ({
    href: `#${target}`,
    content: sentence,
  }));
  return trouble === undefined ? own : [{ content: trouble }, ...own];
}
