import type { Connector } from "@guildhall/contract";
import {
  act,
  type Councils,
  creation,
  misbehave,
  photo,
  soon,
  startCouncils,
  telling,
} from "../testing/councils.ts";

const council = "cambridge-city";
const attachments = "attributes_filesAttachableAttachments";
const file = /^photo-[0-9a-f]{8}\.jpg$/;

describe("the Alloy connector, with a council's Alloy", () => {
  let councils: Councils;
  let connector: Connector;
  let id: string;

  const fault = (faults: Record<string, unknown>) =>
    misbehave(councils.world, `alloy/${council}`, faults);
  const call = async (path: string, body?: unknown) => {
    const headers = { authorization: "Bearer key", "content-type": "application/json" };
    const init = body ? { method: "POST", headers, body: JSON.stringify(body) } : { headers };
    return (await councils.world.request(`/alloy/${council}/api/${path}`, init)).json();
  };
  const attributeOf = async (item: string, code: string) => {
    const { attributes } = (await call(`item/${item}`)).item;
    return attributes.find((one: { attributeCode: string }) => one.attributeCode === code)?.value;
  };

  beforeEach(async () => {
    councils = await startCouncils();
    connector = councils.connect(council, "alloy");
    const made = await connector.send(creation(council, "noise-nuisance"), soon());
    id = made.outcome === "accepted" ? made.reference : "";
  });
  afterEach(() => councils.close());

  describe("a file", () => {
    const attach = (document: string, attempt = 1, name = "photo.jpg") =>
      connector.send(
        telling(id, { operation: "attach", document, name }, { attempt, evidence: [photo(name)] }),
        soon(),
      );
    const named = async () => {
      const ids: string[] = (await attributeOf(id, attachments)) ?? [];
      return Promise.all(ids.map((one) => attributeOf(one, "attributes_filesOriginalName")));
    };
    const uploads = async () => {
      const aqs = { type: "Query", properties: { dodiCode: "designs_files" }, children: [] };
      return (await call("aqs/query", { aqs })).results.length;
    };
    const documents = ["doc_01kb3zq8w5v0t6m2h9r4c7d1xa", "doc_01kb3zq8w5v0t6m2h9r4c7d1xb"];
    const [one = "", other = ""] = documents;

    it("is pushed to the case's list, and told from another of the same name", async () => {
      expect(await attach(one)).toEqual({ outcome: "accepted", reference: id });
      expect(await attach(other)).toEqual({ outcome: "accepted", reference: id });

      const names = await named();
      expect(new Set(names).size).toBe(2);
      expect(names).toEqual([expect.stringMatching(file), expect.stringMatching(file)]);
    });

    it("is attached once when the reply was lost", async () => {
      await fault({ "lost-reply": { times: 1 } });
      expect(await attach(one)).toEqual({ outcome: "retry", code: "connection-lost" });
      expect(await attach(one, 2)).toMatchObject({ outcome: "accepted", duplicate: true });
      expect(await named()).toHaveLength(1);
    });

    it("is uploaded once when it could not be linked at first", async () => {
      await fault({ "edited-meanwhile": { times: 2 } });
      expect(await attach(one)).toEqual({ outcome: "retry", code: "changed-meanwhile" });
      expect(await named()).toEqual([]);
      expect(await attach(one, 2)).toEqual({ outcome: "accepted", reference: id });

      expect(await named()).toHaveLength(1);
      expect(await uploads()).toBe(1);
    });

    it("is refused where the delivery brings none", async () => {
      const told = telling(id, { operation: "attach", document: one, name: "photo.jpg" });
      expect(await connector.send(told, soon())).toEqual({
        outcome: "refused",
        code: "evidence-missing",
      });
    });
  });

  it("finds a case by our reference, closed or not, and nothing else", async () => {
    const { reference } = creation(council, "noise-nuisance");
    expect(await connector.find?.(reference, soon())).toBe(id);
    await act(councils.world, `/alloy/${council}/items/${id}/complete`, {
      closing: "cb523a8093061c3061641bc4",
    });
    expect(await connector.find?.(reference, soon())).toBe(id);
    expect(await connector.find?.("CAM-2222-2222", soon())).toBeUndefined();
  });

  it("says what its design is now, by the names that mappings have", async () => {
    const design = "designs_ehServiceRequest_381b224b5c6f28bc22169368";
    const described = (await connector.describe?.([design, "designs_gone"], soon())) ?? [];

    expect(described.map((one) => one.id)).toEqual([design]);
    const fields = new Map(described[0]?.fields.map((field) => [field.target, field]));
    expect(fields.get("attributes/attributes_itemsTitle")).toEqual({
      target: "attributes/attributes_itemsTitle",
      title: "Title",
      type: "String",
      required: true,
    });
    const category = fields.get(
      "links/attributes_ehServiceRequestCategory_a98f62baa30105f17c40bb27",
    );
    expect(category?.options).toContainEqual({ code: "Noise: alarm", text: "Noise: alarm" });
    expect([...fields.keys()].filter((target) => target.includes("Officer_"))).toEqual([]);
  });

  it("names its designs", async () => {
    expect(await connector.designs?.(soon())).toContainEqual({
      id: "designs_ehServiceRequest_381b224b5c6f28bc22169368",
      title: expect.stringMatching(/./),
    });
  });

  it("reads a code list, and says of another that it does not know it", async () => {
    expect(await connector.codes?.("categories", soon())).toContainEqual({
      code: "Steam",
      text: "Steam",
    });
    await expect(connector.codes?.("constructor", soon())).rejects.toThrow("list-unknown");
  });
});
