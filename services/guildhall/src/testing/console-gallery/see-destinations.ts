import { beginServiceDraft } from "@guildhall/domain";
import { fieldsIn } from "../fields-in.ts";
import type { StaffTour } from "./tour.ts";

const service = "where-to";
const at = `services/${service}/destinations`;
const to = `${at}/to/back-office`;
const defs = { $defs: { One: { properties: { a: {} } }, Two: { properties: { b: {} } } } };

/** Where a service's answers go, and what systems take. */
export async function seeDestinations(tour: StaffTour): Promise<void> {
  const ctx = await tour.context();
  const { id: _, ...definition } = (await ctx.catalogue.live("noise")).definition;
  await beginServiceDraft(ctx, { service, definition });
  await seeTargets(tour);
  await tour.see("where answers go", at);
  await tour.see("choosing a system", `${at}/choose`);
  await tour.send("no system chosen", `${at}/choose`);
  await tour.see("another system", `${at}/choose?mapping=case`);
  const html = await tour.see("choosing what a system takes", `${at}/choose/back-office`);
  const chosen = { ...fieldsIn(html), takes: "target:gallery-case" };
  await tour.send("nothing chosen", `${at}/choose/back-office`, { ...chosen, takes: "" });
  await tour.press(`${at}/choose/back-office`, chosen);
  const first = await tour.see("what a system is told, with nothing said yet", to);
  await tour.press(`${to}/accept`, { ...fieldsIn(first), target: "email" });
  await seeLines(tour);
  await tour.see("what a system is told", to);
  await tour.see("what has no such words", `${to}?q=zebra`);
  await tour.see("what a system is told, beside no description", `${at}/to/case`);
  await tour.see("stop sending", `${to}/remove`);
}

async function seeTargets(tour: StaffTour): Promise<void> {
  await tour.see("no descriptions", "targets");
  await tour.see("a description to add", "targets/new");
  await tour.send("no description", "targets/new", { name: "", source: "" });
  const sent = { name: "Gallery case", source: "json-schema", once: crypto.randomUUID() };
  const several = { ...sent, text: JSON.stringify(defs) };
  await tour.send("a description of several things", "targets/new", several);
  const one = { ...sent, text: JSON.stringify(described) };
  await tour.press("targets/new", { ...one, once: crypto.randomUUID() });
  await tour.see("descriptions", "targets");
  await tour.see("a description", "targets/gallery-case");
  await tour.see("a description to replace", "targets/gallery-case/replace");
  const changed = { ...one, text: JSON.stringify({ ...described, properties: more }) };
  await tour.send("a description that was replaced", "targets/gallery-case/replace", changed);
}

const string = { type: "string" };
const properties = {
  source: { ...string, enum: ["HOME", "PUB"], description: "Where it comes from" },
  email: { ...string, maxLength: 60 },
  nights: { type: "array", items: { type: "object", properties: { date: { format: "date" } } } },
};
const more = { ...properties, phone: string };
const described = { type: "object", required: ["source", "email"], properties };

/** One thing that a system takes, with everything that can be said of it. */
async function seeLines(tour: StaffTour): Promise<void> {
  const line = (target: string) => `${to}/line?${new URLSearchParams({ target })}`;
  const html = await tour.see("one thing that a system takes", line("source"));
  const sent = { ...fieldsIn(html), source: "answer:noiseSource", when: "is-pub" };
  await tour.send("nothing said of it", line("source"), { ...sent, source: "" });
  await tour.press(line("source"), sent);
  await tour.press(line("source"), { ...sent, once: crypto.randomUUID(), when: "" });
  await tour.see("something that is said in two ways", line("source"));
  await tour.see("something that repeats", line("nights"));
  const row = { target: "source", at: "/mappings/back-office/rows/source" };
  const options = await tour.see(
    "what options become",
    `${to}/options?${new URLSearchParams(row)}`,
  );
  const empty = { ...fieldsIn(options), "option-home": "", otherwise: "" };
  await tour.send("an option that becomes nothing", `${to}/options`, empty);
  for (const id of ["cut", "date", "absent", "address-lines"]) {
    const asked = new URLSearchParams({ ...row, kind: id });
    await tour.see(`a change: ${id}`, `${to}/change?${asked}`);
  }
  await tour.send("a change without its setting", `${to}/change`, { ...row, kind: "cut" });
}
