import type { Mapping, ServiceDefinition } from "@guildhall/contract";
import { conditions, contactOf, labelOf, summaryOf } from "@guildhall/forms";
import { checkMapping, type MappingInput, type Trial, tryOut } from "@guildhall/mapping";
import { addWorkingDays } from "@guildhall/process";
import type { Context } from "../context.ts";
import { findCodes } from "../delivery/codes.ts";
import { Datasets, withRows } from "../delivery/datasets.ts";
import { locationOf } from "../delivery/location.ts";
import { usesOf } from "../delivery/uses.ts";
import { instant } from "../process/present.ts";
import type { Sample } from "./sample.ts";

/** What a mapping makes of a sample, and what cannot work in it whatever is answered. */
export interface Tried {
  readonly trial: Trial;
  readonly faults: ReturnType<typeof checkMapping>;
}

/** Write a mapping's document of a sample, as far as it can be written. Nothing is sent and nothing kept. */
export async function tryMapping(
  ctx: Context,
  { service, mapping }: { readonly service: ServiceDefinition; readonly mapping: Mapping },
  sample: Sample,
): Promise<Tried> {
  const uses = usesOf(mapping);
  const datasets = await Datasets.open(ctx.db, uses.datasets);
  const codes = await findCodes(ctx, mapping.connector, uses.codes);
  const input: MappingInput = {
    ...inputOf(ctx, service, sample),
    codes: (list) => codes.get(list),
    dataset: (id) => datasets.find(id),
  };
  const known = {
    datasets: new Map(
      uses.datasets.flatMap((id) => {
        const columns = datasets.find(id)?.columns;
        return columns ? [[id, columns] as const] : [];
      }),
    ),
    codes: new Map([...codes].map(([list, texts]) => [list, codesOf(texts)])),
    location: addressOf(service),
  };
  return {
    trial: await withRows(datasets, () => tryOut(mapping, input)),
    faults: checkMapping(mapping, service.form, known),
  };
}

/** The question for the location, where an address answers it. */
function addressOf({ location, form }: ServiceDefinition): string | undefined {
  const questions = form.pages.flatMap((page) => page.questions);
  return questions.find(({ id, type }) => id === location && type === "address")?.id;
}

function codesOf(texts: ReadonlyMap<string, string>) {
  return [...texts].map(([text, code]) => ({ text, code }));
}

function inputOf(
  ctx: Context,
  service: ServiceDefinition,
  { form, answers }: Sample,
): Omit<MappingInput, "codes" | "dataset"> {
  const { firstResponseWorkingDays } = service.target;
  const facts = {
    processId: "the-process",
    reference: `${ctx.tenant.referencePrefix}-2345-6789`,
    receivedAt: instant(ctx.now()),
    respondBy: instant(addWorkingDays(new Date(ctx.now()), firstResponseWorkingDays).getTime()),
    serviceTitle: service.title,
    councilName: ctx.tenant.name,
    summary: form ? summaryOf(form, answers) : "",
    callbackUrl: `${ctx.issuer}/v1/processes/the-process`,
    grant: "what-opens-the-process",
    documentLinks: [],
    documentLabels: [],
    location: locationOf(service, answers),
    payment: { reference: "the-payment", amount: 2500 },
    contact: contactOf(service, answers),
  };
  return {
    answers,
    facts,
    conditions: form ? conditions(form, answers) : {},
    labels: (question, value) => form && labelOf(form, question, value),
  };
}
