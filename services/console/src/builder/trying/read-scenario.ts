import { DeliveryEnd, MessageKind, type Scenario } from "@guildhall/contract";
import { type Fields, fieldOf } from "@guildhall/ui";
import type { Faults } from "../../pages/frame.ts";
import { faultIn } from "./fault-radios.tsx";

/** What a form says of a scenario besides its answers, or what is wrong with it. */
export function readScenario(
  fields: Fields,
  before: Pick<Scenario, "answers" | "writtenFor"> & Partial<Pick<Scenario, "expects">>,
): { scenario: Omit<Scenario, "id">; faults: Faults } {
  const name = (fieldOf(fields, "name") ?? "").trim();
  const { data: ends } = DeliveryEnd.safeParse(fieldOf(fields, "ends"));
  const fault = faultIn(fieldOf(fields, "fault"));
  const { answers, writtenFor } = before;
  const scenario = {
    name,
    ...(answers ? { answers } : {}),
    ...(writtenFor ? { writtenFor } : {}),
    ...(fault ? { fault } : {}),
    expects: { ends: ends ?? "accepted", ...expected(fields, before.expects) },
  };
  const faults = {
    ...(name === "" ? { name: "Enter a name for the scenario" } : {}),
    ...(name.length > 200 ? { name: "The name must be 200 characters or fewer" } : {}),
    ...(ends ? {} : { ends: "Select how it must end" }),
  };
  return { scenario, faults };
}

function expected(
  fields: Fields,
  before: Scenario["expects"] | undefined,
): Omit<Scenario["expects"], "ends"> {
  const stages = chosen(fields, "stage");
  const messages = MessageKind.array().safeParse(chosen(fields, "message")).data ?? [];
  const values = fields.get("value") ?? [];
  const documentHas = (fields.get("target") ?? []).flatMap((target, at) => {
    if (target === "") return [];
    // Which document it stands in is not asked for, and stays as it was.
    const mapping = before?.documentHas?.find((one) => one.target === target)?.mapping;
    return [{ ...(mapping ? { mapping } : {}), target, value: values[at] ?? "" }];
  });
  return {
    ...(stages.length > 0 ? { stages } : {}),
    ...(messages.length > 0 ? { messages } : {}),
    ...(documentHas.length > 0 ? { documentHas } : {}),
  };
}

function chosen(fields: Fields, name: string): string[] {
  return (fields.get(name) ?? []).filter((value) => value !== "");
}

/** A name in addresses that no other scenario has. */
export function scenarioId(name: string, taken: readonly string[]): string {
  const plain = name
    .toLowerCase()
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 40)
    .replace(/-+$/, "");
  const base = /^[a-z]/.test(plain) ? plain : `scenario-${plain}`.replace(/-+$/, "");
  for (let count = 1; ; count += 1) {
    const id = count === 1 ? base : `${base}-${count}`;
    if (!taken.includes(id)) return id;
  }
}
