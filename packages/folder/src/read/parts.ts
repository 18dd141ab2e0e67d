import {
  ConnectorDefinition,
  type Dataset,
  type DraftDefinition,
  type KeptTarget,
  type NewWithdrawal,
  type ServiceDefinition,
} from "@guildhall/contract";
import type { BrandWithLogo } from "@guildhall/domain";
import { inTurns } from "../in-turns.ts";
import { readBrands } from "./brands.ts";
import { readDataset } from "./datasets.ts";
import { type Read, type Reading, readNamed } from "./reading.ts";
import { type ReadSchema, readSchemas } from "./schemas.ts";
import { readDraft, readExit, readService } from "./service.ts";
import { readTarget } from "./targets.ts";

/** What a folder is made of, each part right for itself. */
export interface Parts {
  readonly brands: readonly BrandWithLogo[];
  readonly connectors: readonly Read<ConnectorDefinition>[];
  readonly datasets: readonly Dataset[];
  readonly schemas: readonly ReadSchema[];
  readonly targets: readonly KeptTarget[];
  readonly services: readonly Read<ServiceDefinition>[];
  readonly withdrawn: readonly { service: Read<ServiceDefinition>; words: NewWithdrawal }[];
  readonly drafts: readonly Read<DraftDefinition>[];
}

/** Read all parts of a folder, each in a turn of its own, and note what is wrong with each. */
export async function readParts(
  reading: Reading,
  cookbook: Reading,
  tenant: string,
): Promise<Parts> {
  const all = await readServices(reading, cookbook);
  const services = all.flatMap(({ service, words }) => (words ? [] : service));
  const drafts = await inTurns(named(reading, /^drafts\/([^/]+)\//), (name) =>
    readDraft(reading, name, cookbook),
  );
  return {
    brands: await readBrands(reading, tenant),
    connectors: await inTurns(named(reading, /^connectors\/([^/]+)\.yaml$/), (id) =>
      readNamed(reading, ConnectorDefinition, { path: `connectors/${id}.yaml`, id }),
    ),
    datasets: await inTurns(named(reading, /^datasets\/([^/]+)\.csv$/), (id) =>
      readDataset(reading, id),
    ),
    schemas: await readSchemas(reading, cookbook, askedBy([...services, ...drafts])),
    targets: await inTurns(named(reading, /^targets\/([^/]+)\.json$/), (id) =>
      readTarget(reading, id),
    ),
    services,
    withdrawn: all.flatMap(({ service, words }) => (words ? { service, words } : [])),
    drafts,
  };
}

interface ReadService {
  readonly service: Read<ServiceDefinition>;
  readonly words: NewWithdrawal | undefined;
}

function readServices(reading: Reading, cookbook: Reading): Promise<ReadService[]> {
  return inTurns(named(reading, /^services\/([^/]+)\//), (name): ReadService | undefined => {
    const service = readService(reading, name, cookbook);
    const words = readExit(reading, name);
    return service && { service, words };
  });
}

/** The schema sets that mappings name. */
function askedBy(services: readonly Read<Pick<DraftDefinition, "mappings">>[]): Set<string> {
  return new Set(
    services.flatMap(({ value }) => (value.mappings ?? []).flatMap(({ schema }) => schema ?? [])),
  );
}

function named(reading: Reading, pattern: RegExp): string[] {
  return [...new Set([...reading.tree.keys()].flatMap((path) => path.match(pattern)?.[1] ?? []))];
}
