import { ConnectorFault } from "../connector-fault.ts";
import { answeringText, type Handler, hangUp, unhurried } from "../test-server.ts";
import {
  message,
  serveUniform,
  soap,
  soapFault,
  submitted,
  type TestUniform,
} from "./test-uniform.ts";

const operation = "GetCnCodeList";

const listOf = (...codes: [code: string, text: string][]): Handler =>
  soap(
    `<GetCnCodeListResult><CodeList>${codes.map(([code, text]) => `<CnCode><CodeValue>${code}</CodeValue><CodeText>${text}</CodeText></CnCode>`).join("")}</CodeList></GetCnCodeListResult>`,
  );

describe("asking Uniform for a code list", () => {
  let uniform: TestUniform;

  const codes = async (list = "SRCLOSEACT") => uniform.connector.codes?.(list, unhurried());

  beforeEach(async () => {
    uniform = await serveUniform();
    uniform.answers[operation] = listOf(["NFA", "No further action"], ["MON", "Monitor"]);
  });

  it("reads its codes and texts, in the order they come", async () => {
    expect(await codes()).toEqual([
      { code: "NFA", text: "No further action" },
      { code: "MON", text: "Monitor" },
    ]);
  });

  it("logs on, and names the list, under the action that all its connectors have in common", async () => {
    await codes("A<B");
    expect(uniform.operations()).toEqual(["LogonToConnector", operation]);
    const { headers, body } = uniform.server.seen.at(-1) ?? {};
    expect(body).toContain("<m:ListName>A&lt;B</m:ListName>");
    expect(headers?.soapaction).toBe(
      '"http://www.caps-solutions.co.uk/webservices/connectors/common/actions/GetCnCodeList"',
    );
  });

  it("reads a list of one code as a list", async () => {
    uniform.answers[operation] = listOf(["G", "General &amp; other"]);
    expect(await codes()).toEqual([{ code: "G", text: "General & other" }]);
  });

  it("leaves out what is no code, or one that nobody could choose", async () => {
    uniform.answers[operation] = listOf(
      ["", "Without a code"],
      ["X", " "],
      ["Y".repeat(81), "Too long"],
      ["G", "General"],
    );
    expect(await codes()).toEqual([{ code: "G", text: "General" }]);
  });

  it.each([
    ["is empty, as one that it does not know is", listOf(), "list-empty"],
    ["has other things in it", soap("<R><Other/></R>"), "list-empty"],
    ["is refused", submitted("False", message("Mr Smith")), "list-refused"],
    ["fails", soapFault("S:Server", "Mr Smith"), "list-refused"],
    ["is HTML", answeringText("<html></html>"), "bad-answer"],
    ["is lost", hangUp, "connection-lost"],
  ])("fails with a code of ours when the list %s", async (_, handler, code) => {
    uniform.instead(operation, handler);
    const fault = await codes().catch((error) => error);
    expect(fault).toBeInstanceOf(ConnectorFault);
    expect(fault.message).toBe(code);
  });
});
