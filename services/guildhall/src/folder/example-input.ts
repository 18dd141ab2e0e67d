import type { Dataset, ServiceDefinition } from "@guildhall/contract";
import { codesByText, locationOf } from "@guildhall/domain";
import type { TenantFolder } from "@guildhall/folder";
import {
  amountDue,
  type CompiledForm,
  conditions,
  contactOf,
  labelOf,
  summaryOf,
} from "@guildhall/forms";
import type { DatasetLookup, MappingInput } from "@guildhall/mapping";
import { addWorkingDays } from "@guildhall/process";

/** What an example shares with all others of its tenant. */
export type ExampleFolder = Pick<TenantFolder, "tenant" | "connectors" | "datasets" | "schemas">;

/** Answers that the form has taken, and when. */
export interface Taken {
  readonly service: ServiceDefinition;
  readonly form: CompiledForm;
  readonly answers: MappingInput["answers"];
  readonly receivedAt: string;
}

/** What a mapping reads for an example: as for a delivery, but for the ids, which are the same in all examples. */
export function inputOf(taken: Taken, folder: ExampleFolder): Omit<MappingInput, "codes"> {
  const { form, answers } = taken;
  const tables = new Map(folder.datasets.map((dataset) => [dataset.id, lookupIn(dataset)]));
  return {
    answers,
    conditions: conditions(form, answers),
    labels: (question, value) => labelOf(form, question, value),
    facts: factsOf(taken, folder),
    dataset: (id) => tables.get(id)?.(),
  };
}

/** A connector's code lists, as the folder has them. */
export function codesIn({ connectors }: ExampleFolder, connector: string): MappingInput["codes"] {
  const codes = connectors.find(({ id }) => id === connector)?.codes ?? {};
  return (list) => (Object.hasOwn(codes, list) ? codesByText(codes[list] ?? []) : undefined);
}

const processId = "prc_01kb3zq8w5v0t6m2h9r4c7d1xe";

function factsOf(
  { service, form, answers, receivedAt }: Taken,
  { tenant }: ExampleFolder,
): MappingInput["facts"] {
  const base = `https://guildhall.example/t/${tenant.id}/v1`;
  const documents = [processId.replace("prc_", "frm_"), ...filesIn(service, answers)];
  const days = service.target.firstResponseWorkingDays;
  return {
    processId,
    reference: `${tenant.referencePrefix}-2V4K-7XQP`,
    receivedAt,
    respondBy: addWorkingDays(new Date(receivedAt), days).toISOString(),
    serviceTitle: service.title,
    councilName: tenant.name,
    summary: summaryOf(form, answers),
    callbackUrl: `${base}/processes/${processId}`,
    grant: "grant-of-this-process",
    documentLinks: documents.map((id) => `${base}/documents/${id}`),
    documentLabels: documents,
    location: locationOf(service, answers),
    payment: paymentOf(service, form, answers),
    contact: contactOf(service, answers),
  };
}

/** The last payment that these answers come to: what is sent after it was paid tells of it. */
function paymentOf(
  { steps }: ServiceDefinition,
  form: CompiledForm,
  answers: Taken["answers"],
): MappingInput["facts"]["payment"] {
  const amounts = steps.flatMap((step) =>
    step.kind === "payment" ? amountDue(form, answers, step) : [],
  );
  const amount = amounts.findLast((due) => due > 0);
  return amount === undefined ? undefined : { reference: "paid5x0pf1k8v3q9t7m2c6w4zr", amount };
}

function filesIn({ form }: ServiceDefinition, answers: Taken["answers"]): string[] {
  const files = form.pages
    .flatMap(({ questions }) => questions)
    .filter(({ type }) => type === "files");
  return files.flatMap(({ id }) => answers[id] ?? []) as string[]; // The form has let nothing but ids through.
}

/** A dataset to look things up in, made ready when it is first needed. */
function lookupIn({ columns, rows }: Dataset): () => DatasetLookup {
  let byKey: ReadonlyMap<string, readonly string[]> | undefined;
  const find = (key: string) => {
    byKey ??= new Map(rows.map((row) => [row[0] ?? "", row]));
    return byKey.get(key);
  };
  return () => ({ columns, find });
}
