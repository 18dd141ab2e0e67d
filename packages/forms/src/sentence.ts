import type { Fault } from "@guildhall/contract";
import { addressParts } from "./kinds/address.ts";
import { maxEmail } from "./kinds/reach.ts";
import { maxName } from "./kinds/text.ts";
import { askFor, askYesOrNo, oneOf, subjectOf } from "./label.ts";
import type { AnyQuestion } from "./question.ts";
import { own } from "./sheet.ts";

const phoneSentence = "Enter a phone number, like 01632 960 001, 07700 900 982 or +44 808 157 0192";

const fixedMax: Readonly<Record<string, number>> = { name: maxName, email: maxEmail };

/**
 * Say what is wrong in plain English and how to put it right, in the question's own words where it has some.
 *
 * A fault inside a group or an address may be given with the outer question; its pointer says which part it is.
 */
export function sentenceFor(question: AnyQuestion, fault: Fault): string {
  const parts = fault.pointer.split("/").slice(2);
  const inner = innerQuestion(question, parts);
  if (inner) return sentenceFor(inner, { ...fault, pointer: `/${parts.slice(1).join("/")}` });

  const part = parts.at(-1) ?? "";
  const ofPart = question.type === "address" && addressParts.includes(part) ? part : undefined;
  const key = ofPart ? `${ofPart}-${fault.code}` : fault.code;
  return (
    ownWords(question, key) ??
    (ofPart ? partSentence(ofPart, fault) : plainSentence(question, fault))
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

function plainSentence(question: AnyQuestion, fault: Fault): string {
  const subject = subjectOf(question);
  switch (fault.code) {
    case "required":
      return requiredSentence(question);
    case "invalid":
      return invalidSentence(question, fault);
    case "invalid-text":
      return `${subject} has a character that cannot be used. Type it again`;
    case "too-long":
      return tooLongSentence(question);
    case "too-short":
      return question.type === "phone" ? phoneSentence : `${subject} is too short`;
    case "past":
      return `${subject} must be today or in the future`;
    case "future":
      return `${subject} must be today or in the past`;
    case "too-few":
    case "too-many":
      return amountSentence(question, fault.code);
    case "not-an-option":
      return "Select one of the options in the list";
    case "unknown-field":
      return "This form does not ask for that";
    case "exit":
      return "The answers given mean that this form cannot be sent";
    default:
      return `${subject} is not right`;
  }
}

function requiredSentence(question: AnyQuestion): string {
  switch (question.type) {
    case "radios":
    case "select":
    case "checkboxes":
      return askFor("Select", question);
    case "yes-no":
      return askYesOrNo(question);
    case "files":
      return askFor("Upload", question);
    case "group":
      return `Add ${oneOf(question.itemName)}`;
    default:
      return askFor("Enter", question);
  }
}

function invalidSentence(question: AnyQuestion, { detail }: Fault): string {
  const subject = subjectOf(question);
  switch (question.type) {
    case "number":
      return `${subject} must be ${numberShape(question.decimals)}`;
    case "date":
      return detail ? `${subject} must include a ${detail}` : `${subject} must be a real date`;
    case "time":
      return `${subject} must be a time, like 9:30am or 21:30`;
    case "email":
      return "Enter an email address in the correct format, like name@example.com";
    case "phone":
      return phoneSentence;
    default:
      return requiredSentence(question);
  }
}

function numberShape(decimals: number): string {
  if (decimals === 0) return "a whole number, like 30";
  return `a number with no more than ${decimals} decimal place${decimals === 1 ? "" : "s"}`;
}

function tooLongSentence(question: AnyQuestion): string {
  if (question.type === "phone") return phoneSentence;
  const max = "maxLength" in question ? question.maxLength : fixedMax[question.type];
  return `${subjectOf(question)} must be ${max} characters or fewer`;
}

function amountSentence(question: AnyQuestion, code: "too-few" | "too-many"): string {
  const fewest = code === "too-few";
  switch (question.type) {
    case "number":
      return `${subjectOf(question)} must be ${fewest ? `${question.min} or more` : `${question.max} or less`}`;
    case "files":
      return `Upload no more than ${question.maxFiles} file${question.maxFiles === 1 ? "" : "s"}`;
    case "group":
      return fewest
        ? `Add ${question.min} or more, each of them ${oneOf(question.itemName)}`
        : `Add no more than ${question.max}, each of them ${oneOf(question.itemName)}`;
    default:
      return `${subjectOf(question)} has too ${fewest ? "few" : "many"} answers`;
  }
}

function partSentence(part: string, { code }: Fault): string {
  const names: Readonly<Record<string, string>> = {
    line1: "address line 1",
    line2: "address line 2",
    town: "town or city",
  };
  const name = names[part] ?? part;
  const start = name.charAt(0).toUpperCase() + name.slice(1);
  if (part === "postcode") return "Enter a full UK postcode";
  if (code === "too-long") return `${start} is too long`;
  if (code === "invalid-text") return `${start} has a character that cannot be used`;
  return part === "line1"
    ? "Enter address line 1, typically the building and street"
    : `Enter ${name}`;
}
