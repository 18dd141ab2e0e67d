import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page, Question, ServiceDefinition } from "@guildhall/contract";
import { readability } from "@guildhall/forms";
import { readTenantFolder } from "./read.ts";

const tenants = fileURLToPath(new URL("../../../../tenants", import.meta.url));
const councils = ["cambridge-city", "huntingdonshire", "south-cambridgeshire"];
const partner = "cambridge-citizens-hub";

/** The kinds of request that a district's environmental health gets, with the numbers that are confirmed in the service list. */
const wanted: Record<string, number | undefined> = {
  "noise-nuisance": 412,
  "commercial-noise": 412,
  "construction-noise": 603,
  "barking-dog": 412,
  "smoke-bonfire": undefined,
  "odour-fumes": undefined,
  "dust-steam": undefined,
  "artificial-light": undefined,
  "business-insects": undefined,
  "rubbish-accumulation": undefined,
  "rats-mice": 431,
  "wasps-other-pests": 431,
  "food-hygiene-complaint": undefined,
  "food-item-complaint": undefined,
  "food-poisoning": undefined,
  "food-business-registration": undefined,
  "blocked-drains": 664,
  "private-water-supply": undefined,
  "stray-dog": 432,
  "dog-fouling-animals": 577,
  "housing-disrepair": undefined,
  "workplace-safety": 429,
  "hazardous-waste": 850,
  "skin-piercing": 681,
};

const [partners, ...read] = await Promise.all(
  [partner, ...councils].map(async (name) => {
    const cookbook = join(tenants, "cookbook");
    const result = await readTenantFolder(join(tenants, name), { cookbook });
    if ("faults" in result)
      throw new Error(result.faults.map((one) => `${one.file} ${one.sentence}`).join("\n"));
    return result.folder;
  }),
);
if (!partners) throw new Error(`there is no ${partner}`);
const all = [...read, partners].flatMap(({ tenant, services }) =>
  services.map((service) => ({ council: tenant.id, id: service.id, service })),
);

describe.each(read)("the services of $tenant.name", ({ services }) => {
  it("are the 24 of environmental health, each with the number that is confirmed", () => {
    const numbers = Object.fromEntries(services.map(({ id, lgsl }) => [id, lgsl]));
    expect(numbers).toMatchObject(
      Object.fromEntries(Object.entries(wanted).filter(([, lgsl]) => lgsl !== undefined)),
    );
    expect(Object.keys(numbers)).toEqual(expect.arrayContaining(Object.keys(wanted)));
    for (const [id, lgsl] of Object.entries(wanted)) expect(numbers[id], id).toBe(lgsl);
  });

  it("each ask what no other asks", () => {
    const asked = services.map(({ id, form }) => [id, questionIds(form.pages)] as const);
    const alone = asked.map(([id, own]) => [
      id,
      own.filter((one) => !asked.some(([other, theirs]) => other !== id && theirs.includes(one))),
    ]);
    expect(alone.filter(([, own]) => (own?.length ?? 0) < 4)).toEqual([]);
  });

  it("say what is urgent, what happens next and by when, and who sees the answers why and for how long", () => {
    for (const { id, urgent, target, whatHappensNext, retention } of services) {
      expect(urgent ?? "", id).toMatch(/\b(999|111|105|0800)\b|ring|call/i);
      expect(target.text, id).toMatch(dayWords(target.firstResponseWorkingDays));
      expect(whatHappensNext.length, id).toBeGreaterThan(80);
      expect(retention.lawfulBasis, id).toMatch(/Act \d{4}|Regulations \d{4}|Order \d{4}/);
    }
  });
});

describe.each(all)("$id of $council", ({ service }) => {
  it("can be read at the age of 9, with no sentence of more than 25 words", () => {
    const { age, longestSentence } = readability(textsOf(service));
    expect(longestSentence.words, longestSentence.text).toBeLessThanOrEqual(25);
    expect(age).toBeLessThanOrEqual(9);
  });

  it("gives every question that must be answered a sentence of its own for no answer", () => {
    const silent = questionsOf(service.form.pages)
      .filter(({ required, type }) => required && type !== "group" && type !== "calculated")
      .filter((question) => question.errors?.required === undefined)
      .map(({ id }) => id);
    expect(silent).toEqual([]);
  });
});

function questionsOf(pages: readonly Page[]): Question[] {
  return pages.flatMap(({ questions }) =>
    questions.flatMap((one): Question[] =>
      one.type === "group" ? [one, ...one.questions] : [one],
    ),
  );
}

function questionIds(pages: readonly Page[]): string[] {
  return questionsOf(pages).map(({ id }) => id);
}

function dayWords(days: number): RegExp {
  if (days === 0) return /same day|today/i;
  return days === 1 ? /next working day|1 working day/i : new RegExp(`\\b${days} working days`);
}

/** Everything of a service that a citizen reads. */
function textsOf(service: ServiceDefinition): string[] {
  const { form, stages, messages } = service;
  const said = [
    service.summary,
    service.introduction,
    service.urgent,
    service.target.text,
    service.whatHappensNext,
    ...form.pages.flatMap(({ title, text }) => [title, text]),
    ...questionsOf(form.pages).flatMap(textsOfQuestion),
    ...stages.flatMap(({ text }) => [text]),
    ...Object.values(messages).flatMap(({ text }) => [text]),
  ];
  return said.flatMap((text) => text ?? []);
}

function textsOfQuestion(question: Question): (string | undefined)[] {
  const options = "options" in question ? question.options : [];
  return [
    question.label,
    question.hint,
    ...Object.values(question.errors ?? {}),
    ...options.flatMap(({ hint }) => [hint]),
  ];
}
