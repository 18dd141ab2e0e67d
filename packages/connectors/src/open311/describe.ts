import type { Design, DesignField } from "@guildhall/contract";
import { ConnectorFault } from "../connector-fault.ts";
import { type Endpoint, type Entry, isSuccess, readEntries } from "./endpoint.ts";

/** What every report may say beside the attributes of its service. */
const common = [
  "lat",
  "long",
  "address_string",
  "description",
  "email",
  "first_name",
  "last_name",
  "phone",
];

/**
 * Read the definitions of services as they are now; a design is a service's code. One that is gone is left out.
 *
 * @throws NotAccepted, ConnectorFault
 */
export async function describeServices(
  endpoint: Endpoint,
  designs: readonly string[],
  signal: AbortSignal,
): Promise<readonly Design[]> {
  const services = await listServices(endpoint, signal);
  const found: Design[] = [];
  for (const { id, title = id, hasMore } of services.filter((one) => designs.includes(one.id))) {
    const own = hasMore ? await attributesOf(endpoint, id, signal) : [];
    const usual = common.map((name) => ({
      target: name,
      title: name,
      type: "text",
      required: false,
    }));
    found.push({ id, title, fields: [...usual, ...own] });
  }
  return found;
}

/**
 * Name the services that can be asked for.
 *
 * @throws NotAccepted, ConnectorFault
 */
export async function nameServices(
  endpoint: Endpoint,
  signal: AbortSignal,
): Promise<readonly Pick<Design, "id" | "title">[]> {
  const services = await listServices(endpoint, signal);
  return services.filter(({ id }) => id !== "").map(({ id, title = id }) => ({ id, title }));
}

async function listServices(endpoint: Endpoint, signal: AbortSignal) {
  const list = await endpoint.get("services", [], signal);
  const services = isSuccess(list)
    ? readEntries(list, "service", (entry) => ({
        id: entry.text("service_code") ?? "",
        title: entry.text("service_name"),
        hasMore: entry.text("metadata") === "true",
      }))
    : undefined;
  if (!services) throw new ConnectorFault("shape-refused");
  return services;
}

async function attributesOf(
  endpoint: Endpoint,
  id: string,
  signal: AbortSignal,
): Promise<readonly DesignField[]> {
  const answer = await endpoint.get(`services/${encodeURIComponent(id)}`, [], signal);
  if (!isSuccess(answer)) throw new ConnectorFault("shape-refused");
  const inXml = readEntries(answer, "attribute", toField);
  const inJson = readEntries(answer, "attribute", (entry) =>
    entry.entries("attributes", "attribute").map(toField),
  );
  return [...(inXml ?? []), ...(inJson ?? []).flat()].filter(
    ({ target }) => target !== "attributes/",
  );
}

function toField(entry: Entry): DesignField {
  const code = entry.text("code") ?? "";
  const options = entry.entries("values", "value").flatMap((value) => {
    const key = value.text("key");
    return key === undefined ? [] : [{ code: key, text: value.text("name") ?? key }];
  });
  return {
    target: `attributes/${code}`,
    title: entry.text("description") ?? code,
    type: entry.text("datatype") ?? "string",
    required: entry.text("required") === "true",
    ...(options.length > 0 && { options }),
  };
}
