import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ConnectorDefinition, settingsFaults } from "@guildhall/contract";
import { parse } from "yaml";
import { answering, answeringText, unhurried } from "../test-server.ts";
import { noteOut, openOffice, xml } from "../testing/office.ts";

const file = new URL("../../../../docs/guides/connect-a-back-office.md", import.meta.url);
const guide = readFileSync(fileURLToPath(file), "utf8");
const blocks = (language: string) =>
  [...guide.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, "gm"))].map(
    ([, text = ""]) => text,
  );
const [http, soap, open311] = blocks("yaml")
  .filter((text) => text.startsWith("kind:"))
  .map((text) => ConnectorDefinition.parse({ id: "guide", ...parse(text) }));
if (!http || !soap || !open311) throw new Error("The guide shows a connector of each kind");

describe("the guide to connecting a back office", () => {
  it.each([http, soap, open311])("shows settings of kind $kind that can be used", (definition) => {
    expect(settingsFaults(definition)).toEqual([]);
  });

  it("shows an answer of 200 that is a refusal", async () => {
    const [answer = ""] = blocks("json");
    const office = await openOffice(http, answering(JSON.parse(answer)));

    expect(await office.send()).toEqual({ outcome: "refused", code: "works-refused" });
    expect(await office.connector.send(noteOut(), unhurried())).toMatchObject({
      code: "note-refused",
    });
  });

  it("shows how a case that they had is told from one that they refuse", async () => {
    const known = { error: { code: "ALREADY_EXISTS" }, case: { id: "W1" } };
    const office = await openOffice(http, answering(known));

    expect(await office.send()).toEqual({ outcome: "accepted", reference: "W1", duplicate: true });
  });

  it("shows a SOAP system whose failures are successful replies", async () => {
    const failed = await openOffice(
      soap,
      answeringText(xml("<r><TransactionSuccess>False</TransactionSuccess></r>")),
    );
    const done = await openOffice(
      soap,
      answeringText(
        xml(
          "<CreateJobResponse><TransactionSuccess>True</TransactionSuccess><JobNumber>J1</JobNumber></CreateJobResponse>",
        ),
      ),
    );

    expect(await failed.send({ body: "<i/>" })).toEqual({
      outcome: "refused",
      code: "waste-refused",
    });
    expect(await done.send({ body: "<i/>" })).toEqual({ outcome: "accepted", reference: "J1" });
  });
});
