import type { Fault, Language } from "@guildhall/contract";
import { partsOf } from "./kinds/parts-of.ts";
import { maxEmail } from "./kinds/reach.ts";
import { maxName } from "./kinds/text.ts";
import { partSentence } from "./part-sentence.ts";
import { type Phrases, phrases } from "./phrases.ts";
import type { AnyQuestion, QuestionOf } from "./question.ts";
import { own } from "./sheet.ts";
import { numberWords } from "./words.ts";

const fixedMax: Readonly<Record<string, number>> = { name: maxName, email: maxEmail };

/**
 * Say in plain words what is wrong and how to put it right, in the question's own words where it has some.
 *
 * A fault inside a group or an address may be given with the outer question; its pointer says which part it is.
 * The question is to be in the language that the sentence is asked in.
 */
export function sentenceFor(
  question: AnyQuestion,
  fault: Fault,
  language: Language = "en",
): string {
  const parts = fault.pointer.split("/").slice(2);
  const inner = innerQuestion(question, parts);
  if (inner)
    return sentenceFor(inner, { ...fault, pointer: `/${parts.slice(1).join("/")}` }, language);

  const part = parts.at(-1) ?? "";
  const ofPart = partsOf(question.type).includes(part) ? part : undefined;
  const key = ofPart ? `${ofPart}-${fault.code}` : fault.code;
  const say = phrases[language];
  return (
    ownWords(question, key) ??
    (ofPart ? partSentence(say, question.type, ofPart, fault) : plainSentence(say, question, fault))
  );
}

function innerQuestion(question: AnyQuestion, parts: readonly string[]): AnyQuestion | undefined {
  if (question.type !== "group" || parts.length < 2) return undefined;
  return question.questions.find(({ id }) => id === parts[1]);
}

/** A phone number too short or too long is not a valid one, whichever of these the designer wrote words for. */
function ownWords({ type, errors = {} }: AnyQuestion, key: string): string | undefined {
  return own(errors, key) ?? (type === "phone" && key !== "required" ? errors.invalid : undefined);
}

/** Faults that are told alike whatever the question. */
const fixed: Readonly<Record<string, (say: Phrases) => string>> = {
  "not-an-option": (say) => say.notAnOption,
  "unknown-field": (say) => say.unknownField,
  "no-place": (say) => say.noPlace,
  outside: (say) => say.outside,
  "northern-ireland": (say) => say.northernIreland,
  "two-places": (say) => say.twoPlaces,
  exit: (say) => say.exit,
};

function plainSentence(say: Phrases, question: AnyQuestion, fault: Fault): string {
  const subject = say.subject(question);
  switch (fault.code) {
    case "required":
      return requiredSentence(say, question);
    case "invalid":
      return invalidSentence(say, question, fault);
    case "invalid-text":
      return `${say.badCharacter(subject)}. ${say.typeAgain}`;
    case "too-long":
      return tooLongSentence(say, question);
    case "too-short":
      return question.type === "phone" ? say.phone : say.tooShort(subject);
    case "past":
      return say.mustBeNowOrFuture(subject);
    case "future":
      return say.mustBeNowOrPast(subject);
    case "too-few":
    case "too-many":
      return amountSentence(say, question, fault.code);
    default:
      return own(fixed, fault.code)?.(say) ?? say.notRight(subject);
  }
}

function requiredSentence(say: Phrases, question: AnyQuestion): string {
  switch (question.type) {
    case "radios":
    case "select":
    case "checkboxes":
      return say.select(question);
    case "yes-no":
      return say.selectYesOrNo(question);
    case "files":
      return say.upload(question);
    case "group":
      return say.add(question.itemName);
    case "declaration":
      return say.confirm(question);
    default:
      return say.enter(question);
  }
}

function invalidSentence(say: Phrases, question: AnyQuestion, { detail }: Fault): string {
  const subject = say.subject(question);
  switch (question.type) {
    case "number":
      return question.decimals === 0
        ? say.mustBeWhole(subject)
        : say.mustBeNumber(subject, question.decimals);
    case "money":
      return say.mustBeAmount(subject);
    case "vehicle-registration":
      return say.registration;
    case "date":
      return detail ? say.mustInclude(subject, detail) : say.mustBeDate(subject);
    case "time":
      return say.mustBeTime(subject);
    case "email":
      return say.email;
    case "phone":
      return say.phone;
    default:
      return requiredSentence(say, question);
  }
}

function tooLongSentence(say: Phrases, question: AnyQuestion): string {
  if (question.type === "phone") return say.phone;
  const max = "maxLength" in question ? question.maxLength : own(fixedMax, question.type);
  const subject = say.subject(question);
  return max === undefined ? say.tooLong(subject) : say.mustBeShorter(subject, max);
}

function amountSentence(say: Phrases, question: AnyQuestion, code: "too-few" | "too-many"): string {
  const fewest = code === "too-few";
  switch (question.type) {
    case "number":
    case "money":
      return boundSentence(say, question, fewest);
    case "files":
      return say.tooManyFiles(question.maxFiles);
    case "group":
      return fewest
        ? say.tooFewItems(question.itemName, question.min)
        : say.tooManyItems(question.itemName, question.max);
    default:
      return fewest
        ? say.tooFewAnswers(say.subject(question))
        : say.tooManyAnswers(say.subject(question));
  }
}

function boundSentence(
  say: Phrases,
  question: QuestionOf<"number" | "money">,
  isLeast: boolean,
): string {
  const bound = (isLeast ? question.min : question.max) ?? 0;
  const said = question.type === "money" ? numberWords(bound, question) : String(bound);
  const subject = say.subject(question);
  return isLeast ? say.mustBeAtLeast(subject, said) : say.mustBeAtMost(subject, said);
}
