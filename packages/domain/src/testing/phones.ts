import { ConnectorDefinition, type ServiceDefinition } from "@guildhall/contract";
import { putConnector, transact } from "@guildhall/store";
import { noise } from "./exampleshire.ts";
import type { World } from "./world.ts";

/** A mobile that no network gives out. */
export const mobile = "07700 900111";

/** Publish the noise service so that it asks for a telephone number as well, and let the council send texts. */
export async function publishForPhones(
  world: World,
  changed: Partial<ServiceDefinition> = {},
  settings: ConnectorDefinition["settings"] = {
    smsTemplate: "2b1a4d9c-6f0e-4c7b-9d35-8a1f0c2e7b46",
  },
): Promise<void> {
  const [first, ...others] = noise.form.pages;
  if (!first) throw new Error("The noise form has no page");
  const phone = {
    id: "phone",
    type: "phone",
    label: "Your telephone number",
    required: false,
  } as const;
  const questions = [...first.questions, phone];
  await world.publish({
    contact: { ...noise.contact, phone: "phone" },
    form: { ...noise.form, pages: [{ ...first, questions }, ...others] },
    ...changed,
  });
  const texts = ConnectorDefinition.parse({
    id: "texts",
    kind: "govuk-notify",
    name: "GOV.UK Notify",
    address: "simulator:notify/exampleshire",
    settings,
  });
  await transact(world.ctx.db, (tx) => putConnector(tx, texts));
  world.clock.move(1000);
}
