import type { Mapping } from "@guildhall/contract";
import type { TenantFolder } from "@guildhall/folder";
import { checkAnswers, compileForm, createSampler } from "@guildhall/forms";
import { compileMapping, type MappingInput, render } from "@guildhall/mapping";
import { checkDocument } from "@guildhall/worker";
import { createSchemaChecker } from "@guildhall/xml";
import fc from "fast-check";
import { createAlloyDesk } from "../testing/alloy-desk.ts";
import { readCouncils } from "../testing/councils.ts";
import { saidIn } from "../testing/said-in-document.ts";
import { codesIn, inputOf } from "./example-input.ts";

/** Any day, and the moments that the clocks change at. */
const moments = [
  "2026-06-12T08:15:30.000Z",
  "2026-03-29T01:00:00.000Z",
  "2026-10-25T00:30:00.000Z",
];
const runs = 40;

const checker = createSchemaChecker();
afterAll(() => checker.close());
const folders = await readCouncils();
const all = folders.flatMap((folder) => {
  const deskOf = createAlloyDesk(folder);
  return folder.services.map((service) => ({
    council: folder.tenant.id,
    id: service.id,
    service,
    folder,
    deskOf,
  }));
});

describe.each(all)("$id of $council, whatever the form accepts", ({ service, folder, deskOf }) => {
  const form = compileForm(service.form);
  const made = service.mappings.map((mapping) => ({ mapping, compiled: compileMapping(mapping) }));
  const samplers = moments.map((receivedAt) => ({
    receivedAt,
    sampler: createSampler(form, receivedAt.slice(0, 10)),
  }));
  const inputFor = (answers: MappingInput["answers"], receivedAt: string, mapping: Mapping) => {
    const codes = codesIn(folder, mapping.connector);
    return {
      ...inputOf({ service, form, answers, receivedAt }, folder),
      ...(codes && { codes }),
    };
  };

  async function prove(answers: MappingInput["answers"], receivedAt: string): Promise<void> {
    for (const { mapping, compiled } of made) {
      const input = inputFor(answers, receivedAt, mapping);
      const text = render(compiled, input);
      const objections = await objectionsTo(text, mapping, { compiled, input });
      expect(objections).toEqual([]);
      for (const { target, given, written } of saidIn(text, mapping, { compiled, input }))
        expect(written, target).toEqual(asIn(mapping, given));
    }
  }

  async function objectionsTo(
    text: string,
    mapping: Mapping,
    { compiled, input }: { compiled: ReturnType<typeof compileMapping>; input: MappingInput },
  ): Promise<unknown> {
    const set = schemaOf(mapping, folder);
    if (!set) return isForAlloy(mapping, folder) ? deskOf(text) : [];
    return (await checkDocument(checker, set, { text, mapping: compiled, input }))?.faults ?? [];
  }

  it("becomes documents that their receivers take, with every text as it was given", async () => {
    await fc.assert(
      fc.asyncProperty(fc.gen(), fc.nat(moments.length - 1), async (g, at) => {
        const { sampler, receivedAt } = samplers[at] ?? samplers[0] ?? never();
        const answers = sampler.sample((count) => g(fc.nat, { max: count - 1 })) ?? never();
        const checked = checkAnswers(form, answers, receivedAt.slice(0, 10));
        expect(checked).toEqual({ answers });
        await prove(answers, receivedAt);
      }),
      { numRuns: runs, seed: 3, endOnFailure: true },
    );
  });

  it("becomes such documents at the ends of its questions too", async () => {
    const { sampler, receivedAt } = samplers[0] ?? never();
    const extremes = sampler.extremes();
    expect(extremes.length).toBeGreaterThan(5);
    for (const answers of extremes) await prove(answers, receivedAt);
  });
});

function schemaOf({ schema }: Mapping, { schemas }: TenantFolder) {
  const set = schemas.find(({ id }) => id === schema);
  if (schema !== undefined && !set) throw new Error(`no schema ${schema}`);
  return set;
}

/** What a receiver that is connected by its settings alone would take, only that receiver knows. */
function isForAlloy({ connector }: Mapping, { connectors }: TenantFolder): boolean {
  return connectors.some(({ id, kind }) => id === connector && kind === "alloy");
}

/** XML knows only texts. */
function asIn({ format }: Mapping, given: readonly unknown[]): unknown[] {
  return format === "xml" ? given.map(String) : [...given];
}

function never(): never {
  throw new Error("The form can be answered.");
}
