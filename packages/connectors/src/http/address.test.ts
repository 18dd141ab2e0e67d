import fc from "fast-check";
import { checkAddress, isLoopbackIp, isPublicIp } from "./address.ts";

fc.configureGlobal({ seed: 20_261_122 });

const policy = { allowLoopback: ["localhost:3001", "[::1]:3001"] };

describe("checkAddress", () => {
  it.each([
    "https://api.uk.alloyapp.io/api/",
    "https://api.uk.alloyapp.io:443/api/",
    "https://xn--bcher-kva.example/",
    "http://localhost:3001/alloy/cambridge-city/",
    "http://[::1]:3001/",
  ])("takes %s", (address) => {
    expect(checkAddress(address, policy)).toBeUndefined();
  });

  it.each([
    ["", "malformed"],
    ["api.example", "malformed"],
    ["ftp://api.example/", "malformed"],
    ["file:///etc/passwd", "malformed"],
    ["gopher://api.example/", "malformed"],
    ["https:/api.example/", "malformed"],
    ["https:\\\\api.example/", "malformed"],
    ["https://api.example\\@127.0.0.1/", "malformed"],
    ["https://api.example/\r\nHost: other", "malformed"],
    ["https://api.ex\tample/", "malformed"],
    ["https://api.example/ x", "malformed"],
    ["https://bücher.example/", "malformed"],
    ["https://１２７.0.0.1/", "malformed"],
    ["https://[::1%25lo]/", "malformed"],
    ["https://api.example:99999/", "malformed"],
    ["https://user:word@api.example/", "has-credentials"],
    ["https://@api.example/", "has-credentials"],
    ["https://api.example/#part", "has-fragment"],
    ["https://api.example/#", "has-fragment"],
    ["http://api.example/", "not-https"],
    ["http://localhost:3002/", "not-https"],
    ["https://api.example:6379/", "port"],
    ["https://api.example:80/", "port"],
    ["https://8.8.8.8/", "bare-address"],
    ["https://[2606:4700::1111]/", "bare-address"],
    ["https://localhost/", "local-name"],
    ["https://intranet/", "local-name"],
    ["https://api.example./", "local-name"],
    ["https://metadata.google.internal/", "local-name"],
    ["https://printer.local/", "local-name"],
  ])("refuses %j as %s", (address, fault) => {
    expect(checkAddress(address, policy)).toBe(fault);
  });
});

describe("isPublicIp", () => {
  it.each(["8.8.8.8", "81.2.69.142", "2606:4700:4700::1111", "::ffff:8.8.8.8"])(
    "takes %s",
    (ip) => {
      expect(isPublicIp(ip)).toBe(true);
    },
  );

  it.each([
    "0.0.0.0",
    "10.1.2.3",
    "100.64.0.1",
    "127.0.0.1",
    "127.255.255.254",
    "169.254.169.254",
    "172.16.0.1",
    "192.0.0.8",
    "192.0.2.1",
    "192.88.99.1",
    "192.168.1.1",
    "198.18.0.1",
    "198.51.100.7",
    "203.0.113.7",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::7f00:1",
    "::ffff:127.0.0.1",
    "::ffff:0:127.0.0.1",
    "::ffff:169.254.169.254",
    "64:ff9b::7f00:1",
    "64:ff9b:1::1",
    "100::1",
    "2001::1",
    "2001:2::1",
    "2001:db8::1",
    "2002:7f00:1::1",
    "3fff::1",
    "5f00::1",
    "fc00::1",
    "fd00:ec2::254",
    "fe80::1",
    "fec0::1",
    "ff02::1",
    "",
    "not an address",
  ])("refuses %j", (ip) => {
    expect(isPublicIp(ip)).toBe(false);
  });

  it("refuses every address of a private network, mapped or not", () => {
    const octet = fc.integer({ min: 0, max: 255 });
    const network = fc.constantFrom("10", "127", "0", "169.254", "192.168", "172.20");
    fc.assert(
      fc.property(network, fc.tuple(octet, octet, octet), fc.boolean(), (start, rest, isMapped) => {
        const ip = [...start.split("."), ...rest].slice(0, 4).join(".");
        return !isPublicIp(isMapped ? `::ffff:${ip}` : ip);
      }),
    );
  });
});

describe("isLoopbackIp", () => {
  it("knows this machine, and nothing else", () => {
    expect(["127.0.0.1", "::1", "::ffff:127.0.0.1"].every(isLoopbackIp)).toBe(true);
    expect(["10.0.0.1", "0.0.0.0", "8.8.8.8", ""].some(isLoopbackIp)).toBe(false);
  });
});
