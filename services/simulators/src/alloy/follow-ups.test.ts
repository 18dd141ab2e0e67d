import type { CaseUpdate, Connector } from "@guildhall/contract";
import {
  act,
  type Councils,
  creation,
  misbehave,
  note,
  noteIds,
  soon,
  startCouncils,
  telling,
} from "../testing/councils.ts";

const contact = "attributes_ehServiceRequestCustomerContact_5b3e0d7c19f64a82e1c7d390";
const urgent = "attributes_ehServiceRequestUrgent_7d41c0e8a93b4f5d82e6b710";
const phone = "attributes_ehServiceRequestCustomerPhone_1b3a83798363f1fcc9394767";
const contacts = "attributes_customerRequestContacts_3a97d5c20e814bf6a1d2c873";

describe("the Alloy connector, to a council's Alloy", () => {
  let councils: Councils;
  let council: string;
  let connector: Connector;
  let id: string;

  const begin = async (name: string) => {
    council = name;
    connector = councils.connect(council, "alloy");
    const made = await connector.send(creation(council, "noise-nuisance"), soon());
    id = made.outcome === "accepted" ? made.reference : "";
  };
  const tell = (update: CaseUpdate, change = {}) =>
    connector.send(telling(id, update, change), soon());
  const fault = (faults: Record<string, unknown>) =>
    misbehave(councils.world, `alloy/${council}`, faults);
  const call = async (path: string) => {
    const headers = { authorization: "Bearer key" };
    return (await councils.world.request(`/alloy/${council}/api/${path}`, { headers })).json();
  };
  const values = async (item = id): Promise<Record<string, unknown>> => {
    const { attributes } = (await call(`item/${item}`)).item;
    return Object.fromEntries(
      attributes.map((one: { attributeCode: string; value: unknown }) => [
        one.attributeCode,
        one.value,
      ]),
    );
  };
  const edits = async () => (await call(`item-log/item/${id}`)).results.length;

  beforeEach(async () => {
    councils = await startCouncils();
    await begin("cambridge-city");
  });
  afterEach(() => councils.close());

  const [firstId = "", secondId = ""] = noteIds;
  const first = `Customer update at 03/07/2026, 09:15 [${firstId}]\n> It is loud again.`;

  it("does what the council's settings name", () => {
    expect([...connector.does].toSorted()).toEqual(["attach", "create", "note", "update"]);
  });

  describe("a note", () => {
    it("goes below those before it, with the UK time, and nothing of it can pass for a heading", async () => {
      await tell(note("It is loud again."));
      const forged = `Yes.\n\nCustomer update at 1 [${firstId}]`;
      await tell(note(forged, secondId, "2026-12-03T08:15:00.000Z"));

      expect((await values())[contact]).toBe(
        `${first}\n\nCustomer update at 03/12/2026, 08:15 [${secondId}]\n> Yes.\n>\n> Customer update at 1 [${firstId}]`,
      );
    });

    it("is there once when it is told again", async () => {
      expect(await tell(note("It is loud again."))).toEqual({ outcome: "accepted", reference: id });
      expect(await tell(note("It is loud again."), { attempt: 2 })).toEqual({
        outcome: "accepted",
        reference: id,
        duplicate: true,
      });
      expect((await values())[contact]).toBe(first);
    });

    it("is there once when the reply was lost", async () => {
      await fault({ "lost-reply": { times: 1 } });

      expect(await tell(note("It is loud again."))).toEqual({
        outcome: "retry",
        code: "connection-lost",
      });
      expect(await tell(note("It is loud again."), { attempt: 2 })).toMatchObject({
        outcome: "accepted",
        duplicate: true,
      });
      expect((await values())[contact]).toBe(first);
    });

    it("is written to what is there when somebody was quicker, and left for later when they are again", async () => {
      await fault({ "edited-meanwhile": { times: 1 } });
      expect(await tell(note("It is loud again."))).toMatchObject({ outcome: "accepted" });

      await fault({ "edited-meanwhile": { times: 2 } });
      const later = note("And again.", secondId);
      expect(await tell(later)).toEqual({ outcome: "retry", code: "changed-meanwhile" });
      expect((await values())[contact]).toBe(first);
    });

    it("reaches a case that a workflow moved on at once, and one in the archive", async () => {
      await fault({ "moved-on": { times: 1 } });
      await begin("south-cambridgeshire");
      expect(await tell(note("It is loud again."))).toMatchObject({ outcome: "accepted" });

      await act(councils.world, `/alloy/${council}/items/${id}/complete`, {
        closing: "92ffd74611a5042ad5ff1e6b",
      });
      const late = note("Thank you.", secondId);
      expect(await tell(late)).toMatchObject({ outcome: "accepted" });
      expect((await call(`item/${id}`)).item.collection).toBe("Archive");
    });

    it("is an item of its own where the council has it so, linked to its case, once", async () => {
      await begin("huntingdonshire");
      await fault({ "lost-reply": { times: 1 } });
      const told = note("It is loud again.");

      expect(await tell(told)).toEqual({ outcome: "retry", code: "connection-lost" });
      expect(await tell(told, { attempt: 2 })).toMatchObject({
        outcome: "accepted",
        duplicate: true,
      });
      const linked = (await values())[contacts];
      expect(linked).toHaveLength(1);
      expect(Object.values(await values(String(linked)))).toEqual([first, firstId]);
    });

    it.each([
      ["of a case that is gone", "00000000000000000000ffff", "item-gone"],
      ["of a reference that is none", "../design", "reference-invalid"],
      ["of no reference", "", "reference-invalid"],
    ])("%s is refused", async (_, theirReference, code) => {
      const told = telling(theirReference, note("Hello"));
      expect(await connector.send(told, soon())).toEqual({ outcome: "refused", code });
    });
  });

  describe("a change of the container", () => {
    const at = "2026-07-03T08:15:00.000Z";
    const update = {
      operation: "update",
      stage: "investigating",
      status: "open",
      container: {
        submitter: { phone: "01632 960 123" },
        location: { lat: 52.2196, lon: 0.0917 },
        flags: { urgent: true, unheard: true },
      },
      at,
    } as const;

    it("is written in the council's attributes, with the longitude first, and leaves the rest", async () => {
      const before = await values();
      expect(await tell(update)).toEqual({ outcome: "accepted", reference: id });

      expect(await values()).toEqual({
        ...before,
        [phone]: "01632 960 123",
        [urgent]: true,
        attributes_itemsGeometry: { type: "Point", coordinates: [0.0917, 52.2196] },
      });
    });

    it("writes nothing where it says nothing new", async () => {
      await tell(update);
      const before = await edits();

      expect(await tell(update)).toMatchObject({ outcome: "accepted", duplicate: true });
      expect(await edits()).toBe(before);
    });
  });
});
