import type { Service } from "@guildhall/contract";
import { refusal } from "./errors.ts";
import type { Form } from "./form-fields.ts";
import { positionIn, readPlace } from "./place.ts";
import { descriptionQuestion } from "./questions.ts";
import { isTooLong, nameIn } from "./report.ts";

const longestNote = 4000;

/**
 * What was sent with a report and its form has no question for, as notes for staff.
 *
 * Nothing at an address that a client names is fetched: it is there to be read by a person.
 */
export function remarksOn(service: Service, form: Form): string[] {
  const description = form.text("description") ?? "";
  if ([...description].length > longestNote)
    throw refusal("description", `description must be ${longestNote} characters or fewer`);
  const lines = [
    ...descriptionLines(service, form, description),
    ...line("Title", form.text("title")),
    ...placeLines(service, form),
    ...senderLines(service, form),
    ...line("FixMyStreet report", fixMyStreetId(form)),
    ...mediaLines(form),
  ];
  return lines.length === 0 ? [] : inNotes(["Sent with the report", ...lines].join("\n\n"));
}

/** The number that FixMyStreet knows a report by, which it sends as an attribute. */
export function fixMyStreetId(form: Form): string | undefined {
  return form.attribute("fixmystreet_id").find((id) => id !== "") ?? form.text("fixmystreet_id");
}

/** Pictures and films, by where they lie. */
export function mediaLines(form: Form): string[] {
  const urls = [...form.texts("media_url"), ...form.texts("media_url[]")];
  return urls.filter((url) => url !== "").map((url) => `Media: ${url}`);
}

function descriptionLines(service: Service, form: Form, description: string): string[] {
  if (description === "") return [];
  const question = descriptionQuestion(service);
  const isTaken = question && form.attribute(question.id).every((value) => value === "");
  return isTaken && !isTooLong(description, question) ? [] : [description];
}

function placeLines(service: Service, form: Form): string[] {
  const { address, grid } = keptOf(service, form);
  const words = form.text("address_string");
  const reference = ["easting", "northing"].flatMap((code) => form.attribute(code)[0] || []);
  return [
    ...line("Address", address ? undefined : words),
    ...line("Position", positionIn(form)),
    ...line("Grid reference", grid.easting ? undefined : reference.join(", ")),
    ...[form.attribute("uprn")[0], form.text("address_id")]
      .filter((id) => id !== grid.uprn)
      .flatMap((id) => line("Address id", id)),
  ];
}

/** What of the place the answers are sure to hold: whether the address as it was sent, and what beside it. */
function keptOf(service: Service, form: Form) {
  const place = readPlace(service, form);
  if (!place?.isKept) return { address: false, grid: {} as Record<string, string> };
  const hasOwn = form.attribute(place.question.id).some((value) => value !== "");
  const hasWords = hasOwn || form.text("address_string") !== undefined;
  return { address: !hasOwn, grid: hasWords ? place.grid : {} };
}

function senderLines(service: Service, form: Form): string[] {
  const { name, email, phone } = service.contact;
  return [
    ...line("Name", name === undefined ? nameIn(form) : ""),
    ...line("Email", email === undefined ? form.text("email") : ""),
    ...line("Phone", phone === undefined ? form.text("phone") : ""),
  ];
}

function line(label: string, value: string | undefined): string[] {
  return value === undefined || value === "" ? [] : [`${label}: ${value}`];
}

function inNotes(text: string): string[] {
  const characters = [...text];
  const count = Math.ceil(characters.length / longestNote);
  return Array.from({ length: count }, (_, at) =>
    characters.slice(at * longestNote, (at + 1) * longestNote).join(""),
  );
}
