import type { Operation, Parameter } from "../document/operations.ts";

/** The command that makes a call, with the example values of the document and the credential in `$KEY`. */
export function curlOf(operation: Operation, base: string): string {
  const { method, body, parameters, security } = operation;
  const key = parameters.some(({ name }) => name === "Idempotency-Key");
  const lines = [
    `curl ${method === "GET" ? "" : `--request ${method} `}${quoted(addressOf(operation, base))}`,
    ...(needsCredential(security) ? ['--header "Authorization: Bearer $KEY"'] : []),
    ...(key ? ['--header "Idempotency-Key: $(openssl rand -hex 16)"'] : []),
    ...bodyLines(body),
  ];
  return lines.join(" \\\n  ");
}

/** Some way in asks for nothing where anyone may call. */
function needsCredential(security: Operation["security"]): boolean {
  return security.length > 0 && security.every((way) => Object.keys(way).length > 0);
}

function addressOf({ path, parameters }: Operation, base: string): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const parameter = parameters.find((one) => one.in === "path" && one.name === name);
    return parameter?.example === undefined ? whole : String(parameter.example);
  });
  const query = parameters.filter((one) => one.in === "query" && one.required).map(queryOf);
  return `${base}${filled}${query.length > 0 ? `?${query.join("&")}` : ""}`;
}

function queryOf({ name, example }: Parameter): string {
  return `${name}=${example === undefined ? `{${name}}` : encodeURIComponent(String(example))}`;
}

function bodyLines(body: Operation["body"]): string[] {
  if (body === undefined) return [];
  if (body.type.startsWith("multipart/")) return ['--form "file=@photo.jpg"'];
  if (body.example === undefined) return [`--header "Content-Type: ${body.type}"`, "--data @body"];
  const text =
    typeof body.example === "string" ? body.example : JSON.stringify(body.example, null, 2);
  return [`--header "Content-Type: ${body.type}"`, `--data ${quoted(text)}`];
}

/** A shell leaves what stands between single quotes alone. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
