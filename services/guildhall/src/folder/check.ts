import type { ConnectorDefinition, ServiceDefinition } from "@guildhall/contract";
import { checkForm } from "@guildhall/forms";
import type { BrandWithLogo } from "./brands.ts";
import { mappingFaults } from "./check-mapping.ts";
import { paymentFaults } from "./check-payment.ts";
import type { Path, Said } from "./fault.ts";
import { pathInForm } from "./form-place.ts";
import type { Parts } from "./parts.ts";
import { note, type Reading } from "./reading.ts";

/** Note what each file says rightly for itself but wrongly beside the others. */
export function checkFolder(reading: Reading, parts: Parts): void {
  for (const { value, written } of parts.services) {
    for (const [path, sentence] of serviceFaults(value, parts))
      note(reading, written, path, sentence);
  }
  for (const { value, written } of parts.connectors) {
    for (const [path, sentence] of connectorFaults(value, parts))
      note(reading, written, path, sentence);
  }
}

function serviceFaults(service: ServiceDefinition, parts: Parts): Said[] {
  return [
    ...checkForm(service.form).map(
      ({ place, message }): Said => [pathInForm(service.form, place), `${message}.`],
    ),
    ...mappingFaults(service, parts),
    ...repeated(service),
    ...questionFaults(service),
    ...brandFaults(service, parts.brands),
    ...deliveryFaults(service, parts.connectors),
    ...paymentFaults(service, parts.connectors),
    ...messageFaults(service),
    ...statusFaults(service, [service]),
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

function brandFaults({ brand }: ServiceDefinition, brands: readonly BrandWithLogo[]): Said[] {
  if (brand === undefined || brands.some((known) => known.brand.id === brand)) return [];
  return [[["brand"], `There is no brand “${brand}” in “brands/”.`]];
}

function deliveryFaults(service: ServiceDefinition, connectors: Parts["connectors"]): Said[] {
  const mappings = new Set(service.mappings.map(({ id }) => id));
  const steps = service.steps.flatMap((step, at): Said[] =>
    step.kind !== "deliver" || mappings.has(step.mapping)
      ? []
      : [
          [
            ["steps", at, "mapping"],
            `There is no mapping “${step.mapping}”: a file “mapping.${step.mapping}.yaml” is wanted.`,
          ],
        ],
  );
  const targets = service.mappings.flatMap(({ connector: id }, at): Said[] => {
    const connector = connectors.find(({ value }) => value.id === id)?.value;
    if (connector && connector.kind !== "govuk-pay") return [];
    const fault = connector
      ? `“${id}” takes payments, and no documents.`
      : `There is no connector “${id}” in “connectors/”.`;
    return [[["mappings", at, "connector"], fault]];
  });
  return [...steps, ...targets];
}

/** What a message may be filled with. */
export const placeholders: readonly string[] = [
  "amount",
  "councilName",
  "name",
  "note",
  "payment",
  "paymentReference",
  "reference",
  "serviceTitle",
  "stage",
  "status",
  "whatHappensNext",
];

function messageFaults(service: ServiceDefinition): Said[] {
  return Object.entries(service.messages).flatMap(([kind, words]) =>
    Object.entries(words).flatMap(([part, text]) =>
      [...text.matchAll(/\(\((.*?)\)\)/g)].flatMap(([, name = ""]): Said[] =>
        placeholders.includes(name)
          ? []
          : [
              [
                ["messages", kind, part],
                `“((${name}))” cannot be filled in; these can: ${placeholders.join(", ")}.`,
              ],
            ],
      ),
    ),
  );
}

const secret = /password|passwd|secret|token|credential|api-?key/i;

function connectorFaults(connector: ConnectorDefinition, { services }: Parts): Said[] {
  const secrets = Object.keys(connector.settings).flatMap((name): Said[] =>
    secret.test(name)
      ? [[["settings", name], `“${name}” looks like a secret; secrets are not kept in the folder.`]]
      : [],
  );
  const users = services.filter(({ value }) =>
    value.mappings.some((mapping) => mapping.connector === connector.id),
  );
  return [
    ...secrets,
    ...statusFaults(
      connector,
      users.map(({ value }) => value),
    ),
  ];
}

/** A status table names each status once, and stages that its services have. */
function statusFaults(
  { statuses }: Pick<ConnectorDefinition, "statuses">,
  services: readonly ServiceDefinition[],
): Said[] {
  return statuses.flatMap(({ external, stage }, at): Said[] => {
    const lacking = services
      .filter(({ stages }) => !stages.some(({ id }) => id === stage))
      .map(({ id }) => `“${id}”`);
    const twice = statuses.findIndex((row) => row.external === external) < at;
    return [
      ...(twice ? [[["statuses", at, "external"], `“${external}” is there twice.`] as const] : []),
      ...(lacking.length > 0
        ? [[["statuses", at, "stage"], `${lacking.join(", ")} has no stage “${stage}”.`] as const]
        : []),
    ];
  });
}
