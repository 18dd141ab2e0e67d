import {
  type DraftDefinition,
  Form,
  type ItemQuestion,
  type Language,
  type Question,
} from "@guildhall/contract";
import { checkForm, compileForm } from "@guildhall/forms";
import {
  arrange,
  type Filling,
  faultsOn,
  QuestionFields,
  QuestionSpeechProvider,
  questionSpeeches,
} from "@guildhall/question-view";
import { type Example, exampleOf } from "./calculation/example.ts";
import type { AnyQuestion } from "./held.ts";

interface PreviewProps {
  readonly question: AnyQuestion;
  /** The service that it is a question of. */
  readonly definition: DraftDefinition;
  readonly language?: Language;
  /** The texts that are in English all the same. */
  readonly untranslated?: ReadonlySet<string>;
}

/** A question as citizens see it, and as they see it when they have made a mistake; drawn by their own pages’ parts. */
export function Preview({ question, definition, language = "en", untranslated }: PreviewProps) {
  const code = shownFault(question);
  const example = question.type === "calculated" ? exampleOf(definition, question) : undefined;
  const spoken = questionSpeeches[language];
  const speech = untranslated ? { ...spoken, untranslated } : spoken;
  return (
    <div data-preview="yes">
      <h2 class="govuk-heading-m">How people see it</h2>
      {example && <Given example={example} />}
      <QuestionSpeechProvider value={speech}>
        <div class="console-shown" lang={language}>
          <Drawn question={question} id="shown" example={example} />
        </div>
      </QuestionSpeechProvider>
      {code && (
        <>
          <h2 class="govuk-heading-m">When there is a mistake</h2>
          <QuestionSpeechProvider value={speech}>
            <div class="console-shown" lang={language}>
              <Drawn question={question} id="mistaken" fault={code} language={language} />
            </div>
          </QuestionSpeechProvider>
        </>
      )}
    </div>
  );
}

function Given({ example: { given } }: { example: Example }) {
  return <p class="govuk-body">{given === "" ? "It is always the same:" : `If ${given}:`}</p>;
}

interface DrawnProps {
  readonly question: AnyQuestion;
  readonly id: string;
  readonly fault?: string;
  readonly language?: Language;
  readonly example?: Example | undefined;
}

function Drawn({ question, id, fault, language = "en", example }: DrawnProps) {
  const form = formOf(alone(question, id));
  if (!form) return <p class="govuk-body">It cannot be shown like this.</p>;
  const [page] = form.form.pages;
  const [compiled] = form.pages;
  if (!page || !compiled) return null;
  const faults = fault ? faultsOn(page, [{ pointer: `/${id}`, code: fault }], language) : [];
  const filling: Filling = {
    fields: new Map(),
    faults,
    answers: {},
    calculated: new Map([[id, example?.result ?? []]]),
    autocomplete: new Map(),
    files: { there: new Map(), at: "", query: "", isAlone: false },
  };
  return <QuestionFields places={arrange(compiled.questions, {})} filling={filling} />;
}

function formOf(question: Question | ItemQuestion) {
  const form = Form.parse({ pages: [{ id: "page", title: "Page", questions: [question] }] });
  return checkForm(form).length > 0 ? undefined : compileForm(form);
}

/** The question by itself: under a name of its own, and depending on no other. */
function alone(question: AnyQuestion, id: string): AnyQuestion {
  const { when: _, requiredWhen, ...rest } = question;
  const own = { ...rest, id, required: question.required && requiredWhen === undefined };
  if (own.type === "calculated") return { ...own, value: 0 };
  if (own.type !== "group") return own;
  return { ...own, questions: own.questions.map((item) => independent(item)) };
}

function independent({ when: _, requiredWhen: __, ...item }: ItemQuestion): ItemQuestion {
  return item;
}

/** The mistake to show: leaving it out, or the first that has words. */
function shownFault(question: AnyQuestion): string | undefined {
  if (question.type === "calculated") return undefined;
  const isNeeded = question.required || question.requiredWhen !== undefined;
  return isNeeded ? "required" : Object.keys(question.errors ?? {})[0];
}
