import { type DraftSection, type ServiceDefinition, takesCases } from "@guildhall/contract";
import { checkForm } from "@guildhall/forms";
import { wordsFaults } from "../../messages/words-faults.ts";
import { coverageFaults } from "./coverage.ts";
import { pathInForm } from "./form-place.ts";
import type { Known } from "./known.ts";
import { lookFirstFaults } from "./look-first.ts";
import { mappingFaults } from "./mapping.ts";
import { notFixedFaults } from "./not-fixed.ts";
import { paymentFaults } from "./payment.ts";
import type { Path, Said } from "./said.ts";
import { statusFaults } from "./statuses.ts";
import { stepFaults } from "./steps.ts";
import { translationFaults } from "./translations.ts";

/** Something that is looked at in every service, and the code by which findings of it are known. */
export interface Check {
  readonly code: string;
  readonly section: DraftSection | ((path: Path) => DraftSection);
  readonly said: (service: ServiceDefinition, tenant: Known) => readonly Said[];
}

/** Everything that is looked at beside the form. */
export const checks: readonly Check[] = [
  { code: "mapping-unworkable", section: "destinations", said: mappingFaults },
  {
    code: "name-twice",
    section: ([list]) => (list === "mappings" ? "destinations" : "process"),
    said: repeated,
  },
  { code: "question-gone", section: "questions", said: questionFaults },
  { code: "brand-gone", section: "look", said: brandFaults },
  { code: "mapping-gone", section: "process", said: deliverFaults },
  { code: "step-unworkable", section: "process", said: stepFaults },
  { code: "connector-gone", section: "destinations", said: targetFaults },
  { code: "payment-unworkable", section: "process", said: paymentFaults },
  { code: "placeholder-unknown", section: "messages", said: messageFaults },
  { code: "status-unworkable", section: "process", said: (one) => statusFaults(one, [one]) },
  { code: "status-not-covered", section: "process", said: coverageFaults },
  { code: "not-fixed-unworkable", section: "process", said: notFixedFaults },
  { code: "look-first-unworkable", section: "process", said: lookFirstFaults },
  { code: "welsh-unworkable", section: "look", said: translationFaults },
];

/** What cannot work in a service, by itself and beside what its tenant has. */
export function serviceFaults(service: ServiceDefinition, tenant: Known): Said[] {
  return [
    ...checkForm(service.form).map(
      ({ place, message }): Said => [pathInForm(service.form, place), `${message}.`],
    ),
    ...checks.flatMap(({ said }) => said(service, tenant)),
  ];
}

function repeated(service: ServiceDefinition): Said[] {
  return (["stages", "steps", "mappings"] as const).flatMap((list) => {
    const ids = service[list].map(({ id }) => id);
    return ids.flatMap((id, at) =>
      ids.indexOf(id) < at ? [[[list, at, "id"], `“${id}” is there twice.`] as const] : [],
    );
  });
}

function questionFaults(service: ServiceDefinition): Said[] {
  const questions = new Set(
    service.form.pages.flatMap((page) => page.questions.map(({ id }) => id)),
  );
  const named: [Path, string | undefined][] = [
    ...Object.entries(service.contact).map(([part, id]): [Path, string | undefined] => [
      ["contact", part],
      id,
    ]),
    [["location"], service.location],
  ];
  return named.flatMap(([path, id]) =>
    id === undefined || questions.has(id)
      ? []
      : [[path, `The form has no question “${id}”.`] as const],
  );
}

function brandFaults({ brand }: ServiceDefinition, { brands }: Known): Said[] {
  if (brand === undefined || brands.includes(brand)) return [];
  return [[["brand"], `There is no brand “${brand}”.`]];
}

function deliverFaults(service: ServiceDefinition): Said[] {
  const mappings = new Set(service.mappings.map(({ id }) => id));
  return service.steps.flatMap((step, at): Said[] =>
    step.kind !== "deliver" || mappings.has(step.mapping)
      ? []
      : [[["steps", at, "mapping"], `There is no mapping “${step.mapping}”.`]],
  );
}

function targetFaults(service: ServiceDefinition, { connectors }: Known): Said[] {
  return service.mappings.flatMap(({ connector: id }, at): Said[] => {
    const connector = connectors.find((known) => known.id === id);
    if (connector && takesCases(connector)) return [];
    const fault = connector
      ? connector.kind === "govuk-pay"
        ? `“${id}” takes payments, and no documents.`
        : `“${id}” prints letters, and takes no documents.`
      : `There is no connector “${id}”.`;
    return [[["mappings", at, "connector"], fault]];
  });
}

function messageFaults({ messages }: ServiceDefinition): Said[] {
  return Object.entries(messages).flatMap(([kind, words]) =>
    wordsFaults(words).map(({ part, sentence }): Said => [["messages", kind, part], sentence]),
  );
}
