import type { Mapping, ServiceDefinition } from "@guildhall/contract";
import { allSources, checkMapping, placedRows } from "@guildhall/mapping";
import type { Known } from "./known.ts";
import { pathOfPointer, type Said } from "./said.ts";

/** What cannot work in a service's mappings, with the form and with what the tenant has to look things up in. */
export function mappingFaults(service: ServiceDefinition, tenant: Known): Said[] {
  const known = {
    datasets: new Map(tenant.datasets.map(({ id, columns }) => [id, columns])),
    schemas: new Set(tenant.schemas),
    location: addressOf(service),
  };
  return service.mappings.flatMap((mapping, at) => {
    const codes = codesOf(mapping, tenant);
    const faults = checkMapping(mapping, service.form, { ...known, codes });
    const said = faults.map(
      ({ pointer, target, reason }): Said => [
        ["mappings", at, ...pathOfPointer(pointer)],
        target === "" ? `${reason}.` : `“${target}”: ${reason}.`,
      ],
    );
    return [...said, ...unpaidFaults(service, mapping, at)];
  });
}

function codesOf({ connector }: Mapping, { connectors }: Known) {
  const found = connectors.find(({ id }) => id === connector);
  return found && new Map(Object.entries(found.codes));
}

/** The question for the location, where an address answers it: nothing else becomes the fact of that name. */
function addressOf({ location, form }: ServiceDefinition): string | undefined {
  const questions = form.pages.flatMap((page) => page.questions);
  return questions.find(({ id, type }) => id === location && type === "address")?.id;
}

/** A document that tells of a payment is to be sent after it. */
function unpaidFaults({ steps }: ServiceDefinition, mapping: Mapping, at: number): Said[] {
  const sources = placedRows(mapping.rows).flatMap(({ row }) => allSources(row.from));
  const needsPayment = sources.some(
    (source) => "fact" in source && source.fact.startsWith("payment."),
  );
  const sent = steps.findIndex((step) => step.kind === "deliver" && step.mapping === mapping.id);
  const isPaid = steps.slice(0, sent).some(({ kind }) => kind === "payment");
  return needsPayment && sent >= 0 && !isPaid
    ? [[["mappings", at], "It tells of a payment, and is sent before any is made."]]
    : [];
}
