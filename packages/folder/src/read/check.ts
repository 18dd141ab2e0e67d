import { type Said, serviceFaults } from "@guildhall/builder";
import { connectorFaults } from "@guildhall/domain";
import type { Parts } from "./parts.ts";
import { note, type Read, type Reading } from "./reading.ts";

/** Note what each file says rightly for itself but wrongly beside the others. */
export function checkFolder(reading: Reading, parts: Parts): void {
  const services = parts.services.map(({ value }) => value);
  const tenant = {
    brands: parts.brands.map(({ brand }) => brand.id),
    connectors: parts.connectors.map(({ value }) => value),
    datasets: parts.datasets,
    schemas: parts.schemas.map(({ value }) => value.id),
  };
  for (const one of parts.services) noteAll(reading, one, serviceFaults(one.value, tenant));
  for (const one of parts.connectors) noteAll(reading, one, connectorFaults(one.value, services));
}

function noteAll(reading: Reading, { written }: Read<unknown>, said: readonly Said[]): void {
  for (const [path, sentence] of said) note(reading, written, path, sentence);
}
