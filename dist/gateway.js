import { a as categoryOfStatus, f as route, h as Order, i as waited, l as passedHeaders, n as inWords, o as credentialHeaders, p as chat, r as waitBeforeRetry, s as modelOf, u as providerOf } from "./gateway-patience.js";
import { r as join$1 } from "./sandbox-bridge-sockets.js";
import { t as ROLES } from "./agent-agent.js";
import { t as isRecord } from "./text-is-record.js";
import { n as worstOf, t as costOf } from "./gateway-price.js";
import { t as createRedactor } from "./text-redact.js";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { lookup } from "node:dns/promises";
import { once } from "node:events";
import { BlockList, Socket, connect, isIP } from "node:net";
import { Agent, createServer as createServer$1, request } from "node:http";
import { Agent as Agent$1, request as request$1 } from "node:https";

// src/gateway/proxy/addresses.ts
/** This machine, its links, where clouds tell machines their credentials, and what is nobody's address. */
const NEVER = [
	["0.0.0.0", 8],
	["127.0.0.0", 8],
	["169.254.0.0", 16],
	["192.0.0.0", 24],
	["224.0.0.0", 4],
	["240.0.0.0", 4],
	["168.63.129.16", 32],
	["100.100.100.200", 32]
];
const NEVER_6 = [
	["::", 96],
	["fe80::", 10],
	["fec0::", 10],
	["ff00::", 8],
	["100::", 64],
	["2001::", 32],
	["2002::", 16],
	["64:ff9b:1::", 48],
	["fd00:ec2::", 32],
	["fd20:ce::", 32]
];
/** Networks that are not the world's: private ones, and those of examples, which some use as such. */
const PRIVATE = [
	["10.0.0.0", 8],
	["172.16.0.0", 12],
	["192.168.0.0", 16],
	["100.64.0.0", 10],
	["198.18.0.0", 15],
	["192.0.2.0", 24],
	["198.51.100.0", 24],
	["203.0.113.0", 24]
];
const PRIVATE_6 = [["fc00::", 7], ["2001:db8::", 32]];
/** IPv6 addresses that a network translates into the IPv4 address at their end. */
const TRANSLATED = "64:ff9b::";
const TRANSLATED_BITS = 96;
const never = listOf(NEVER, NEVER_6);
const privately = listOf(PRIVATE, PRIVATE_6);
/** Whether a name may stand for that address; a private one may it only where somebody vouched for the name. */
function isPermitted(address, mayBePrivate) {
	const family = familyOf$1(address);
	if (family === null || never.check(address, family)) return false;
	return mayBePrivate || !privately.check(address, family);
}
/** Null for what is no address, and for one that says on which link it is meant. */
function familyOf$1(address) {
	const version = address.includes("%") ? 0 : isIP(address);
	if (version === 0) return null;
	return version === 4 ? "ipv4" : "ipv6";
}
/** A list of IPv4 ranges holds for the IPv6 addresses that stand for them, too. */
function listOf(ranges, ranges6) {
	const list = new BlockList();
	for (const [address, bits] of ranges) {
		list.addSubnet(address, bits, "ipv4");
		list.addSubnet(`${TRANSLATED}${address}`, TRANSLATED_BITS + bits, "ipv6");
	}
	for (const [address, bits] of ranges6) list.addSubnet(address, bits, "ipv6");
	return list;
}

// src/gateway/proxy/runner-proxy.ts
/** The proxy through which TLS goes to that host; null where it goes there directly. */
function proxyFor({ https, no }, host, port) {
	if (https === null || !URL.canParse(https) || isExempt(no, host, port)) return null;
	return new URL(https);
}
/** As `NO_PROXY` is commonly read: names, `.suffixes`, `*.suffixes`, each with a port or without, or a star. */
function isExempt(no, host, port) {
	return no.toLowerCase().split(/[\s,]+/).filter((entry) => entry !== "").some((entry) => {
		const [, name = "", written] = /^(.*?)(?::(\d+))?$/.exec(entry) ?? [];
		if (written !== void 0 && Number(written) !== port) return false;
		const suffix = name.replace(/^\*?\.?/, "");
		return name === "*" || host === suffix || suffix !== "" && host.endsWith(`.${suffix}`);
	});
}
/** Asks a proxy for a tunnel. Rejects with why there is none. */
function tunnel(proxy, target, signal) {
	return new Promise((resolve, reject) => {
		const request$3 = proxy.protocol === "https:" ? request$1 : request;
		const { username, password } = proxy;
		const credentials = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`);
		const asking = request$3({
			host: proxy.hostname.replaceAll(/^\[|\]$/g, ""),
			port: proxy.port === "" ? void 0 : Number(proxy.port),
			method: "CONNECT",
			path: target,
			headers: {
				host: target,
				...username === "" ? {} : { "proxy-authorization": `Basic ${credentials.toString("base64")}` }
			},
			agent: false,
			signal
		});
		asking.once("connect", ({ statusCode = 0 }, socket, head) => {
			if (statusCode !== 200) {
				socket.destroy();
				return reject(/* @__PURE__ */ new Error(`the runner’s proxy answered ${statusCode}`));
			}
			if (head.length > 0) socket.unshift(head);
			return resolve(socket);
		});
		asking.once("response", ({ statusCode = 0 }) => {
			asking.destroy();
			reject(/* @__PURE__ */ new Error(`the runner’s proxy answered ${statusCode}`));
		});
		asking.on("error", () => reject(/* @__PURE__ */ new Error("the runner’s proxy could not be reached")));
		asking.end();
	});
}

// src/gateway/proxy/dial.ts
const REAL = {
	resolve: (host) => lookup(host, { all: true }),
	permits: isPermitted
};
/** Milliseconds. */
const CONNECT_LIMIT = 3e4;
/**
* Dials from where the runner stands. The addresses that a name stands for are looked at, and it is these very addresses
* that are connected to: a name that stands for something else a moment later gains nothing by it. Where the runner goes
* through a proxy, that proxy resolves the name, and what it lets through is its owner's to say.
*/
function createDial(proxies, { resolve, permits } = REAL) {
	return async ({ host, port, mayBePrivate }) => {
		const late = new AbortController();
		const timer = setTimeout(() => late.abort(), CONNECT_LIMIT);
		const { signal } = late;
		const proxy = proxyFor(proxies, host, port);
		try {
			if (proxy !== null) return {
				kind: "connected",
				socket: await tunnel(proxy, `${host}:${port}`, signal)
			};
			const addresses = (await resolve(host)).filter(({ address }) => permits(address, mayBePrivate));
			if (addresses.length === 0) return {
				kind: "refused",
				reason: "its address is not one of the public internet"
			};
			return {
				kind: "connected",
				socket: await connected(host, port, {
					addresses,
					signal
				})
			};
		} catch (error) {
			return {
				kind: "unreachable",
				reason: codeOf$1(error)
			};
		} finally {
			clearTimeout(timer);
		}
	};
}
async function connected(host, port, { addresses, signal }) {
	const socket = connect({
		host,
		port,
		allowHalfOpen: true,
		lookup: (_, { all }, found) => {
			const [first] = addresses;
			if (all === true) found(null, [...addresses]);
			else found(null, first?.address ?? "", first?.family);
		}
	});
	try {
		await once(socket, "connect", { signal });
		return socket;
	} catch (error) {
		socket.on("error", () => void 0).destroy();
		throw error;
	}
}
function codeOf$1(error) {
	if (!(error instanceof Error)) return "the connection broke";
	return "code" in error && typeof error.code === "string" ? error.code : error.message;
}

// src/gateway/words.ts
/** Line ends and other characters that act instead of being read: a line of a log of their own can be a command to a runner. */
const ACTING = /[\s\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;
/** Text from outside as a part of a sentence: on one line, and no longer than so many characters. */
function inOneLine(text, longest) {
	const flat = text.slice(0, longest * 2).replaceAll(ACTING, " ").trim();
	return flat.length > longest ? `${flat.slice(0, longest)}…` : flat;
}

// src/gateway/proxy/limits.ts
const MEBIBYTE = 1048576;
/** Package managers send little and receive much. */
const LIMITS = {
	atOnce: 128,
	inAll: 2e4,
	sent: 64 * MEBIBYTE,
	received: 16384 * MEBIBYTE,
	told: 1e3,
	answer: 1e4,
	silence: 6e5
};
/** Which of them is reached, as a part of a sentence; null when none is. */
function exceeded$1(spent, limits) {
	if (spent.connections > limits.inAll) return `the run has made ${limits.inAll.toLocaleString("en-US")} connections`;
	if (spent.sent > limits.sent) return `the run has sent ${Math.round(limits.sent / MEBIBYTE)} MiB`;
	if (spent.received > limits.received) return `the run has received ${Math.round(limits.received / MEBIBYTE)} MiB`;
	return null;
}

// src/gateway/proxy/client-hello.ts
const HANDSHAKE = 22;
const CLIENT_HELLO = 1;
const SERVER_NAME = 0;
const ENCRYPTED_HELLO = 65037;
const HOST_NAME = 0;
const RECORD_HEAD = 5;
const MESSAGE_HEAD = 4;
/** Version and random bytes. */
const FIXED = 34;
/** Real ones have at most a few kilobytes. */
const LONGEST$1 = 16384;
const NOT_TLS = {
	kind: "not",
	reason: "it does not begin as TLS does"
};
const MORE = { kind: "more" };
/**
* Reads the server's name from a TLS client's first message. Nothing is decrypted: the name is there to be read. One that
* is encrypted or written twice is for nobody, since the other side could read it differently.
*/
function readClientHello(bytes) {
	const message = messageIn(bytes);
	if (message.kind !== "message") return message;
	try {
		return nameIn(message.bytes);
	} catch (error) {
		if (error instanceof RangeError) return NOT_TLS;
		throw error;
	}
}
/** The first handshake message, put together from its records. */
function messageIn(bytes) {
	let message = Buffer.alloc(0);
	for (let at = 0; at < bytes.length;) {
		if (bytes[at] !== HANDSHAKE || at > LONGEST$1) return NOT_TLS;
		if (bytes.length < at + RECORD_HEAD) return MORE;
		if (bytes[at + 1] !== 3) return NOT_TLS;
		const end = at + RECORD_HEAD + bytes.readUInt16BE(at + 3);
		message = Buffer.concat([message, bytes.subarray(at + RECORD_HEAD, end)]);
		const length = lengthOf(message);
		if (length !== null && length > LONGEST$1) return NOT_TLS;
		if (length !== null && message.length >= length) return {
			kind: "message",
			bytes: message.subarray(0, length)
		};
		if (end === at + RECORD_HEAD) return NOT_TLS;
		at = end;
	}
	return MORE;
}
/** Null while its head is not there. */
function lengthOf(message) {
	return message.length < MESSAGE_HEAD ? null : MESSAGE_HEAD + message.readUIntBE(1, 3);
}
/** Throws a RangeError where a length leads beyond the end. */
function nameIn(message) {
	if (message[0] !== CLIENT_HELLO) return NOT_TLS;
	const reader = createReader(message.subarray(MESSAGE_HEAD));
	reader.take(FIXED);
	reader.block(1);
	reader.block(2);
	reader.block(1);
	const extensions = createReader(reader.block(2));
	const names = [];
	while (extensions.left() > 0) {
		const kind = extensions.number(2);
		const data = extensions.block(2);
		if (kind === ENCRYPTED_HELLO) return {
			kind: "not",
			reason: "it hides whom it is for"
		};
		if (kind === SERVER_NAME) names.push(...namesIn(data));
	}
	const [name] = names;
	if (name === void 0 || names.length > 1) return {
		kind: "not",
		reason: "it does not say whom it is for"
	};
	return {
		kind: "for",
		host: name.toString("latin1").toLowerCase()
	};
}
function namesIn(data) {
	const list = createReader(createReader(data).block(2));
	const names = [];
	while (list.left() > 0) {
		const kind = list.number(1);
		const name = list.block(2);
		if (kind === HOST_NAME) names.push(name);
	}
	return names;
}
function createReader(bytes) {
	let at = 0;
	const take = (length) => {
		if (at + length > bytes.length) throw new RangeError("It ends too early.");
		at += length;
		return bytes.subarray(at - length, at);
	};
	const number = (size) => take(size).readUIntBE(0, size);
	return {
		take,
		number,
		/** Bytes behind a length of that size. */
		block: (size) => take(number(size)),
		left: () => bytes.length - at
	};
}

// src/gateway/proxy/tunnel.ts
/** A name and a port; an address in brackets, a name before an `@` and the like are none. */
const AUTHORITY = /^(?<host>[a-z0-9_.-]{1,254}?)\.?:(?<port>\d{1,5})$/i;
/** What may be an address in some way of writing one. */
const NUMERIC = /(?:^|\.)(?:0x[\da-f]*|\d+)$/i;
/** Answers a request for a tunnel; resolves when the tunnel stands or is refused. */
async function openTunnel(authority, client, context) {
	const { dial, limits, spent, refused } = context;
	const { host = inOneLine(authority, 100), port: written = "0" } = AUTHORITY.exec(authority)?.groups ?? {};
	const place = {
		host: host.toLowerCase(),
		port: Number(written)
	};
	const refuse = (reason) => {
		refused({
			...place,
			reason
		});
		answer(client, "403 Forbidden", reason);
	};
	const target = targetOf(place, context.domains);
	if (target === null) return refuse(whyNot(authority));
	spent.connections += 1;
	const used = exceeded$1(spent, limits);
	if (used !== null) return refuse(used);
	const dialled = await dial(target);
	if (dialled.kind === "refused") return refuse(dialled.reason);
	if (dialled.kind === "unreachable") return answer(client, "502 Bad Gateway", dialled.reason);
	const { socket } = dialled;
	const both = [client, socket];
	const end = () => both.forEach((one) => one.destroy());
	socket.on("error", end);
	client.once("close", () => socket.destroySoon());
	client.write("HTTP/1.1 200 Connection established\r\n\r\n");
	const { hello, bytes } = await readHello(client, limits.answer);
	const wrong = wrongIn(hello, target);
	if (wrong !== null) {
		if (bytes.length > 0) refused({
			...place,
			reason: wrong
		});
		return end();
	}
	client.unshift(bytes);
	const count = (what) => (piece) => {
		spent[what] += piece.length;
		const now = exceeded$1(spent, limits);
		if (now === null || client.destroyed) return;
		refused({
			...place,
			reason: now
		});
		end();
	};
	client.on("data", count("sent"));
	socket.on("data", count("received"));
	for (const one of both) one.setTimeout(limits.silence, end);
	join$1(client, socket);
}
/** Whoever gives names below a domain to others does not say what these stand for, so no private network is theirs. */
function targetOf({ host, port }, domains) {
	const matching = domains.filter((domain) => domain.port === port && isNamedBy(domain, host));
	if (matching.length === 0) return null;
	return {
		host,
		port,
		mayBePrivate: matching.some(({ below }) => !below)
	};
}
function isNamedBy(domain, host) {
	return domain.below ? host.endsWith(`.${domain.host}`) : host === domain.host;
}
function whyNot(authority) {
	const host = AUTHORITY.exec(authority)?.groups?.["host"];
	return host === void 0 || NUMERIC.test(host) ? "it was not asked for by its name" : "it is not one of `allowed-domains`";
}
function answer(client, status, reason) {
	client.end(`HTTP/1.1 ${status}\r\nconnection: close\r\n\r\nPatchwright: ${reason}.\n`);
	client.resume();
}
/** A name that many hosts of one machine share leads to whichever of them TLS asks for. */
function wrongIn(hello, { host }) {
	if (hello.kind === "more") return "it ended before TLS began";
	if (hello.kind === "not") return hello.reason;
	const name = hello.host.replace(/\.$/, "");
	return name === host ? null : `its TLS was for ${inOneLine(name, 100)}`;
}
/** The first words of a client, which stay to be sent on. */
async function readHello(client, limit) {
	const late = setTimeout(() => client.destroy(), limit);
	let bytes = Buffer.alloc(0);
	let hello = { kind: "more" };
	while (hello.kind === "more" && !client.readableEnded && !client.destroyed) {
		const piece = client.read();
		if (piece instanceof Buffer) {
			bytes = Buffer.concat([bytes, piece]);
			hello = readClientHello(bytes);
		} else await something(client);
	}
	clearTimeout(late);
	return {
		hello,
		bytes
	};
}
function something(client) {
	return new Promise((resolve) => {
		const names = [
			"readable",
			"end",
			"close"
		];
		const heard = () => {
			for (const name of names) client.off(name, heard);
			resolve();
		};
		for (const name of names) client.on(name, heard);
	});
}

// src/gateway/proxy/proxy.ts
/**
* The way out of a confined network: an HTTP proxy that makes tunnels to these domains and to nothing else. What goes
* through them is TLS for the very host that was asked for, and is not opened. It listens when it is told to.
*/
function createProxy({ domains, dial, tell, limits = LIMITS }) {
	let refusals = 0;
	const refused = (blocked) => {
		refusals += 1;
		if (refusals <= limits.told) tell(blocked);
	};
	const spent = {
		connections: 0,
		sent: 0,
		received: 0
	};
	const server = createServer$1({ headersTimeout: limits.answer }, (request, response) => {
		const reason = "only TLS is let through, and this was a plain request";
		refused({
			...placeOf(request.url ?? ""),
			reason
		});
		response.on("error", () => void 0);
		response.writeHead(403, { connection: "close" }).end(`Patchwright: ${reason}.\n`);
		request.resume();
	});
	server.maxConnections = limits.atOnce;
	server.on("connect", (request, client, head) => {
		if (!(client instanceof Socket)) return;
		client.on("error", () => void 0);
		if (head.length > 0) client.unshift(head);
		const context = {
			domains,
			dial,
			limits,
			spent,
			refused
		};
		openTunnel(request.url ?? "", client, context).catch(() => client.destroy());
	});
	const clients = /* @__PURE__ */ new Set();
	server.on("connection", (client) => {
		clients.add(client);
		client.once("close", () => clients.delete(client));
	});
	return {
		server,
		end: () => {
			server.close();
			for (const client of clients) client.destroy();
		}
	};
}
/** Host and port of a plain request's address, as well as they can be told. */
function placeOf(address) {
	const url = URL.canParse(address) ? new URL(address) : null;
	return {
		host: inOneLine(url?.hostname ?? "", 100) || "nobody",
		port: Number(url?.port) || 80
	};
}

// src/gateway/budget.ts
var Held = class {
	#isUsed = false;
	#settle;
	constructor(settle) {
		this.#settle = settle;
	}
	/** Called by whoever forwards. Throws the second time. */
	use() {
		if (this.#isUsed) throw new TypeError("A reservation is for one request.");
		this.#isUsed = true;
	}
	/** Sets free what was not used of it; the first time counts. */
	settle(used) {
		this.#settle(used);
	}
};
/** Sums of dollars carry rounding errors far below a thousandth of a cent. */
const ROUNDING = 1e-9;
/**
* Money, tokens and requests of a whole run. What is set aside counts as spent until it is settled, so that requests at the
* same time cannot overshoot together. A request of unknown price is bounded by tokens and requests alone.
*/
function createBudget(limits) {
	const held = {
		cost: 0,
		tokens: 0,
		requests: 0
	};
	const hold = (amount, sign) => {
		held.cost += sign * (amount.cost ?? 0);
		held.tokens += sign * amount.tokens;
	};
	return { reserve(worst) {
		const reason = exceeded(limits, held, worst);
		if (reason !== null) return {
			kind: "refused",
			reason
		};
		hold(worst, 1);
		held.requests += 1;
		let open = true;
		const settle = (used) => {
			if (!open) return;
			open = false;
			hold(worst, -1);
			hold(used, 1);
		};
		return {
			kind: "reserved",
			reservation: new Held(settle)
		};
	} };
}
function exceeded(limits, held, worst) {
	if (held.requests + 1 > limits.requests) return `The run’s ${whole(limits.requests)} model requests (\`max-requests\`) are used up.`;
	if (held.tokens + worst.tokens > limits.tokens) return `The next model request could take ${whole(worst.tokens)} tokens, and ${whole(held.tokens)} of the run’s ${whole(limits.tokens)} (\`max-tokens\`) are used or set aside.`;
	if (worst.cost !== null && held.cost + worst.cost > limits.cost + ROUNDING) return `The next model request could cost ${dollars(worst.cost)}, and ${dollars(held.cost)} of the run’s ${dollars(limits.cost)} (\`max-cost\`) are spent or set aside.`;
	return null;
}
function whole(value) {
	return Math.round(value).toLocaleString("en-US");
}
function dollars(value) {
	return `$${value.toFixed(value > 0 && value < .01 ? 4 : 2)}`;
}

// src/gateway/media.ts
/**
* Every protocol names a piece of media by an address with its content in it, by a type of its own field, or by the name
* of its part. Each begins a string of the document: within a text the quote before it is escaped.
*/
const MEDIA = /(?<=[{[,:])"(?:data:(image\/)?|(?:mime_?type|media_type)":"(image\/)?|input_audio":)/gi;
/** Counts pictures, and all other media as documents: files, sound, film. */
function mediaIn(body) {
	let [pictures, documents] = [0, 0];
	for (const [, inlined, typed] of body.matchAll(MEDIA)) if ((inlined ?? typed) === void 0) documents += 1;
	else pictures += 1;
	return {
		pictures,
		documents
	};
}

// src/gateway/picture-bytes.ts
/**
* Characters of a body that are the content of pictures, which no tokeniser reads as text. They are looked for where the
* protocols have them and nowhere else: what only looks like a picture counts as the text that it may be.
*/
function pictureBytes(body) {
	if (!isRecord(body)) return 0;
	return [
		body["messages"],
		body["input"],
		body["contents"]
	].flatMap(listed).reduce(sum(inMessage), 0);
}
/** A message, or the result of a tool that stands in the place of one. */
function inMessage(message) {
	if (!isRecord(message)) return 0;
	return [
		message["content"],
		message["parts"],
		message["output"]
	].flatMap(listed).reduce(sum(inPart), 0);
}
function inPart(part) {
	if (!isRecord(part)) return 0;
	const { type, image_url: image, source, inlineData, functionResponse, content } = part;
	switch (type) {
		case "image_url":
		case "input_image": return address(isRecord(image) ? image["url"] : image);
		case "image": return isRecord(source) ? data(source["media_type"], source["data"]) : 0;
		case "tool_result": return listed(content).reduce(sum(inPart), 0);
		case void 0:
			if (isRecord(functionResponse)) return listed(functionResponse["parts"]).reduce(sum(inPart), 0);
			return isRecord(inlineData) ? data(inlineData["mimeType"], inlineData["data"]) : 0;
		default: return 0;
	}
}
function address(url) {
	return typeof url === "string" && /^data:image\//i.test(url) ? url.length : 0;
}
function data(mime, content) {
	return typeof mime === "string" && /^image\//i.test(mime) && typeof content === "string" ? content.length : 0;
}
function listed(value) {
	return Array.isArray(value) ? value : [];
}
function sum(count) {
	return (total, item) => total + count(item);
}

// src/gateway/refuse.ts
/** An error in the shape of the provider that was asked. */
function refuse(client, protocol, { status, message }) {
	if (client.headersSent || client.destroyed) return;
	client.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(protocol.refusal(status, message)));
}

// src/gateway/examine.ts
/** The largest request that a provider takes is 32 MB. */
const LARGEST_BODY = 41943040;
/** Tokens of an answer at most, where the model's own limit is not known or is larger; OpenCode asks for no more. */
const LONGEST_ANSWER = 32e3;
/** Characters of a refusal. */
const LONGEST_REASON = 300;
/** Holds a request against the rules; null when it was refused, and answered so. */
async function examine(request, client, rules) {
	const url = request.url ?? "/";
	const [id, rest] = split(url);
	const known = rules.providers.get(id) ?? null;
	const role = rules.roles(request.headers);
	const found = known === null ? null : route(known.provider, request.method ?? "", rest);
	const refused = (status, reason) => {
		const message = inOneLine(reason, LONGEST_REASON);
		rules.tell({
			kind: "refused",
			role,
			reason: message
		});
		refuse(client, found?.protocol ?? chat, {
			status,
			message
		});
		return null;
	};
	if (role === null) return refused(401, "The model gateway does not know this key.");
	if (known === null || found === null) return refused(403, `The model gateway does not pass on ${request.method ?? ""} ${url.split("?")[0] ?? ""}.`);
	const body = await readBody(request);
	if (body === null) return refused(400, "The request is larger than 40 MB, or not a JSON object.");
	const name = `${known.provider.id}/${modelNamed(found, body) ?? ""}`;
	const model = rules.allowed.get(role)?.get(name);
	if (model === void 0) return refused(403, `The model “${name}” is not one of this role’s.`);
	return prepared({
		found,
		body,
		model,
		role
	}, refused, {
		...rules,
		...known,
		request
	});
}
/** What the path names is what is checked and priced; a body that names another is for neither, since a proxy may go by it. */
function modelNamed(found, body) {
	const asked = modelOf(found, body);
	return typeof body["model"] === "string" && body["model"] !== asked ? null : asked;
}
function prepared({ found, body, model, role }, refused, rules) {
	const { request, provider, key } = rules;
	const streams = found.streams ?? body["stream"] === true;
	const maxOutput = Math.min(model.maxOutput ?? LONGEST_ANSWER, LONGEST_ANSWER);
	const clean = found.protocol.sanitise(body, {
		maxOutput,
		streams
	});
	if (clean.kind === "refused") return refused(403, clean.reason);
	const text = JSON.stringify(clean.body);
	return {
		role,
		family: rules.family(role, request.headers),
		model,
		protocol: found.protocol,
		url: found.url,
		headers: {
			...passedHeaders(request.headers),
			...credentialHeaders(provider, found, key)
		},
		body: Buffer.from(text),
		textBytes: Buffer.byteLength(text) - pictureBytes(clean.body),
		media: mediaIn(text),
		maxOutput: clean.maxOutput,
		dropped: clean.dropped
	};
}
/** `/openai/responses?x=1` as `openai` and `/responses?x=1`. */
function split(url) {
	const [, id = "", rest = ""] = /^\/([^/?#]+)(.*)$/.exec(url) ?? [];
	return [id, rest];
}
/** The placeholder stands wherever a provider's client puts its key. */
function roleFinder(placeholders) {
	const roles = /* @__PURE__ */ new Map();
	for (const [role, placeholder] of Object.entries(placeholders)) {
		const known = ROLES.find((name) => name === role);
		if (known !== void 0 && placeholder !== void 0) roles.set(placeholder, known);
	}
	return (headers) => {
		return [
			/^Bearer (.+)$/i.exec(headers.authorization ?? "")?.[1],
			headers["x-api-key"],
			headers["x-goog-api-key"],
			headers["api-key"]
		].map((key) => typeof key === "string" ? roles.get(key) : void 0).find((role) => role !== void 0) ?? null;
	};
}
async function readBody(request) {
	const pieces = [];
	let size = 0;
	for await (const piece of request) {
		const bytes = piece;
		if (!(bytes instanceof Uint8Array)) continue;
		size += bytes.byteLength;
		if (size > LARGEST_BODY) pieces.length = 0;
		else pieces.push(bytes);
	}
	try {
		const body = JSON.parse(Buffer.concat(pieces).toString("utf8"));
		return isRecord(body) ? body : null;
	} catch {
		return null;
	}
}

// node_modules/eventsource-parser/dist/index.js
var ParseError = class extends Error {
	constructor(message, options) {
		super(message), this.name = "ParseError", this.type = options.type, this.field = options.field, this.value = options.value, this.line = options.line;
	}
};
const LF = 10;
const CR = 13;
const SPACE = 32;
function noop(_arg) {}
function createParser(config) {
	if (typeof config == "function") throw new TypeError("`config` must be an object, got a function instead. Did you mean `createParser({onEvent: fn})`?");
	const { onEvent = noop, onError = noop, onRetry = noop, onComment, maxBufferSize } = config, pendingFragments = [];
	let pendingFragmentsLength = 0, isFirstChunk = !0, id, data = "", dataLines = 0, eventType, terminated = !1;
	function feed(chunk) {
		if (terminated) throw new Error("Cannot feed parser: it was terminated after exceeding the configured max buffer size. Call `reset()` to resume parsing.");
		if (isFirstChunk && (isFirstChunk = !1, chunk.charCodeAt(0) === 239 && chunk.charCodeAt(1) === 187 && chunk.charCodeAt(2) === 191 && (chunk = chunk.slice(3))), pendingFragments.length === 0) {
			const trailing2 = processLines(chunk);
			trailing2 !== "" && (pendingFragments.push(trailing2), pendingFragmentsLength = trailing2.length), checkBufferSize();
			return;
		}
		if (chunk.indexOf(`
`) === -1 && chunk.indexOf("\r") === -1) {
			pendingFragments.push(chunk), pendingFragmentsLength += chunk.length, checkBufferSize();
			return;
		}
		pendingFragments.push(chunk);
		const input = pendingFragments.join("");
		pendingFragments.length = 0, pendingFragmentsLength = 0;
		const trailing = processLines(input);
		trailing !== "" && (pendingFragments.push(trailing), pendingFragmentsLength = trailing.length), checkBufferSize();
	}
	function checkBufferSize() {
		maxBufferSize !== void 0 && (pendingFragmentsLength + data.length <= maxBufferSize || (terminated = !0, pendingFragments.length = 0, pendingFragmentsLength = 0, id = void 0, data = "", dataLines = 0, eventType = void 0, onError(new ParseError(`Buffered data exceeded max buffer size of ${maxBufferSize} characters`, { type: "max-buffer-size-exceeded" }))));
	}
	function processLines(chunk) {
		let searchIndex = 0;
		if (chunk.indexOf("\r") === -1) {
			let lfIndex = chunk.indexOf(`
`, searchIndex);
			for (; lfIndex !== -1;) {
				if (searchIndex === lfIndex) {
					dataLines > 0 && onEvent({
						id,
						event: eventType,
						data
					}), id = void 0, data = "", dataLines = 0, eventType = void 0, searchIndex = lfIndex + 1, lfIndex = chunk.indexOf(`
`, searchIndex);
					continue;
				}
				const firstCharCode = chunk.charCodeAt(searchIndex);
				if (isDataPrefix(chunk, searchIndex, firstCharCode)) {
					const valueStart = chunk.charCodeAt(searchIndex + 5) === SPACE ? searchIndex + 6 : searchIndex + 5, value = chunk.slice(valueStart, lfIndex);
					if (dataLines === 0 && chunk.charCodeAt(lfIndex + 1) === LF) {
						onEvent({
							id,
							event: eventType,
							data: value
						}), id = void 0, data = "", eventType = void 0, searchIndex = lfIndex + 2, lfIndex = chunk.indexOf(`
`, searchIndex);
						continue;
					}
					data = dataLines === 0 ? value : `${data}
${value}`, dataLines++;
				} else isEventPrefix(chunk, searchIndex, firstCharCode) ? eventType = chunk.slice(chunk.charCodeAt(searchIndex + 6) === SPACE ? searchIndex + 7 : searchIndex + 6, lfIndex) || void 0 : parseLine(chunk, searchIndex, lfIndex);
				searchIndex = lfIndex + 1, lfIndex = chunk.indexOf(`
`, searchIndex);
			}
			return chunk.slice(searchIndex);
		}
		for (; searchIndex < chunk.length;) {
			const crIndex = chunk.indexOf("\r", searchIndex), lfIndex = chunk.indexOf(`
`, searchIndex);
			let lineEnd = -1;
			if (crIndex !== -1 && lfIndex !== -1 ? lineEnd = crIndex < lfIndex ? crIndex : lfIndex : crIndex !== -1 ? crIndex === chunk.length - 1 ? lineEnd = -1 : lineEnd = crIndex : lfIndex !== -1 && (lineEnd = lfIndex), lineEnd === -1) break;
			parseLine(chunk, searchIndex, lineEnd), searchIndex = lineEnd + 1, chunk.charCodeAt(searchIndex - 1) === CR && chunk.charCodeAt(searchIndex) === LF && searchIndex++;
		}
		return chunk.slice(searchIndex);
	}
	function parseLine(chunk, start, end) {
		if (start === end) {
			dispatchEvent();
			return;
		}
		const firstCharCode = chunk.charCodeAt(start);
		if (isDataPrefix(chunk, start, firstCharCode)) {
			const valueStart = chunk.charCodeAt(start + 5) === SPACE ? start + 6 : start + 5, value2 = chunk.slice(valueStart, end);
			data = dataLines === 0 ? value2 : `${data}
${value2}`, dataLines++;
			return;
		}
		if (isEventPrefix(chunk, start, firstCharCode)) {
			eventType = chunk.slice(chunk.charCodeAt(start + 6) === SPACE ? start + 7 : start + 6, end) || void 0;
			return;
		}
		if (firstCharCode === 105 && chunk.charCodeAt(start + 1) === 100 && chunk.charCodeAt(start + 2) === 58) {
			const value2 = chunk.slice(chunk.charCodeAt(start + 3) === SPACE ? start + 4 : start + 3, end);
			value2.includes("\0") || (id = value2);
			return;
		}
		if (firstCharCode === 58) {
			if (onComment) {
				const line2 = chunk.slice(start, end);
				onComment(line2.slice(chunk.charCodeAt(start + 1) === SPACE ? 2 : 1));
			}
			return;
		}
		const line = chunk.slice(start, end), fieldSeparatorIndex = line.indexOf(":");
		if (fieldSeparatorIndex === -1) {
			processField(line, "", line);
			return;
		}
		const field = line.slice(0, fieldSeparatorIndex), offset = line.charCodeAt(fieldSeparatorIndex + 1) === SPACE ? 2 : 1;
		processField(field, line.slice(fieldSeparatorIndex + offset), line);
	}
	function processField(field, value, line) {
		switch (field) {
			case "event":
				eventType = value || void 0;
				break;
			case "data":
				data = dataLines === 0 ? value : `${data}
${value}`, dataLines++;
				break;
			case "id":
				value.includes("\0") || (id = value);
				break;
			case "retry":
				/^\d+$/.test(value) ? onRetry(parseInt(value, 10)) : onError(new ParseError(`Invalid \`retry\` value: "${value}"`, {
					type: "invalid-retry",
					value,
					line
				}));
				break;
			default: onError(new ParseError(`Unknown field "${field.length > 20 ? `${field.slice(0, 20)}\u2026` : field}"`, {
				type: "unknown-field",
				field,
				value,
				line
			}));
		}
	}
	function dispatchEvent() {
		dataLines > 0 && onEvent({
			id,
			event: eventType,
			data
		}), id = void 0, data = "", dataLines = 0, eventType = void 0;
	}
	function reset(options = {}) {
		if (options.consume && pendingFragments.length > 0) {
			const incompleteLine = pendingFragments.join("");
			parseLine(incompleteLine, 0, incompleteLine.length);
		}
		isFirstChunk = !0, id = void 0, data = "", dataLines = 0, eventType = void 0, pendingFragments.length = 0, pendingFragmentsLength = 0, terminated = !1;
	}
	return {
		feed,
		reset
	};
}
function isDataPrefix(chunk, i, firstCharCode) {
	return firstCharCode === 100 && chunk.charCodeAt(i + 1) === 97 && chunk.charCodeAt(i + 2) === 116 && chunk.charCodeAt(i + 3) === 97 && chunk.charCodeAt(i + 4) === 58;
}
function isEventPrefix(chunk, i, firstCharCode) {
	return firstCharCode === 101 && chunk.charCodeAt(i + 1) === 118 && chunk.charCodeAt(i + 2) === 101 && chunk.charCodeAt(i + 3) === 110 && chunk.charCodeAt(i + 4) === 116 && chunk.charCodeAt(i + 5) === 58;
}

// src/gateway/key-hider.ts
/** A shorter one, or one of letters alone, may be a word like `ollama`, which stands in ordinary text. */
const SHORTEST = 8;
const WORD = /^[a-z]+$/iu;
/**
* Replaces these keys by as many stars wherever an answer holds them: providers repeat keys in what they say of them,
* and what an answer says goes to the agent.
*/
function createKeyHider(keys) {
	const hidden = keys.map((key) => Buffer.from(key)).filter((key) => key.byteLength >= SHORTEST && !WORD.test(key.toString()));
	let waiting = Buffer.alloc(0);
	return {
		pass(piece) {
			const bytes = Buffer.concat([waiting, piece]);
			for (const key of hidden) overwrite(bytes, key);
			const end = bytes.byteLength - Math.max(0, ...hidden.map((key) => begun(bytes, key)));
			waiting = bytes.subarray(end);
			return bytes.subarray(0, end);
		},
		rest: () => waiting
	};
}
function overwrite(bytes, key) {
	for (let at = bytes.indexOf(key); at !== -1; at = bytes.indexOf(key, at)) bytes.fill("*", at, at + key.byteLength);
}
/** Length of the longest end of the bytes that is the beginning of the key. */
function begun(bytes, key) {
	let length = Math.min(bytes.byteLength, key.byteLength - 1);
	while (length > 0 && !bytes.subarray(bytes.byteLength - length).equals(key.subarray(0, length))) length -= 1;
	return length;
}

// src/gateway/answer.ts
/** Characters of a stream that are kept for the record. */
const KEPT$1 = 4194304;
/** Milliseconds that a provider gets for closing its connection. */
const CLOSING = 1e3;
/** How a stream of events begins, and no document does. */
const EVENT = /^\s*(?:data|event|id|retry)?:/u;
/** Passes an answer on to the client piece by piece as it comes, without keys, and listens. */
async function hear(head, client, { reader, keys, gone }) {
	const listener = createListener(head, reader);
	const hider = createKeyHider(keys);
	client?.writeHead(head.statusCode ?? 200, { "content-type": head.headers["content-type"] ?? "application/json" });
	client?.flushHeaders();
	let ended = true;
	let late;
	const pass = async (bytes) => {
		if (bytes.byteLength === 0) return;
		listener.listen(bytes);
		if (client !== null && !client.write(bytes)) await once(client, "drain", { signal: gone });
		if (late !== void 0 || !listener.isClosed()) return;
		client?.end();
		late = setTimeout(() => head.destroy(), CLOSING);
	};
	try {
		for await (const piece of head) {
			const bytes = piece;
			if (bytes instanceof Uint8Array) await pass(hider.pass(bytes));
		}
		await pass(hider.rest());
	} catch {
		ended = listener.isClosed();
	} finally {
		clearTimeout(late);
	}
	return {
		...listener.end(ended),
		ended
	};
}
function createListener(head, reader) {
	const decoder = new TextDecoder();
	let streams = head.headers["content-type"]?.toLowerCase().startsWith("text/event-stream") === true;
	const events = createParser({ onEvent: ({ data }) => reader?.read(data) });
	let text = "";
	const add = (piece) => {
		if (text === "") streams ||= EVENT.test(piece);
		if (text.length < KEPT$1 || !streams) text += piece;
		if (streams) events.feed(piece);
	};
	return {
		listen: (piece) => add(decoder.decode(piece, { stream: true })),
		isClosed: () => reader?.result().closed === true,
		end(ended) {
			add(decoder.decode());
			if (!streams) reader?.read(text);
			const reading = reader?.result() ?? null;
			const isWhole = ended && reading?.fault === null && (streams ? reading.finished : text.trim() !== "");
			return {
				reading: reading !== null && isWhole ? {
					...reading,
					complete: true
				} : reading,
				text
			};
		}
	};
}

// src/gateway/count.ts
/** UTF-8 bytes of a token on average, for what nobody counted. */
const BYTES_PER_TOKEN = 4;
/** A request that was turned down or never arrived. */
const NOT_CHARGED = {
	tokens: {
		input: 0,
		output: 0,
		reasoning: 0,
		cacheRead: 0,
		cacheWrite: 0
	},
	estimated: false
};
/**
* The tokens of a request that was charged: what the answer says, else what its bytes suggest. An answer that broke off
* may have said what went in, and cannot have said all that came out.
*/
function countOf(sent, reading) {
	const received = toTokens(reading?.outputBytes ?? 0);
	if (reading === null || reading.tokens === null) return {
		tokens: {
			...NOT_CHARGED.tokens,
			input: toTokens(sent),
			output: received
		},
		estimated: true
	};
	const { tokens, complete } = reading;
	if (complete) return {
		tokens,
		estimated: false
	};
	return {
		tokens: {
			...tokens,
			output: Math.max(tokens.output, received - tokens.reasoning)
		},
		estimated: true
	};
}
/** All tokens of any kind. */
function sumOf({ input, output, reasoning, cacheRead, cacheWrite }) {
	return input + output + reasoning + cacheRead + cacheWrite;
}
function toTokens(bytes) {
	return Math.ceil(bytes / BYTES_PER_TOKEN);
}

// src/gateway/fault.ts
/** Kept of what a provider says of a fault, in characters. */
const SAID = 300;
/** Whether the same request may well be answered a moment later. */
function isTransient(status) {
	return status === 0 || status === 408 || status === 409 || status === 429 || status >= 500;
}
/**
* What a provider's refusal means for a run; null for a 400 that says nothing which is known.
* `location` is where the provider sends to, if it does: a key is not taken there.
*/
function faultOfStatus(status, body, location = null) {
	if (location !== null && status >= 300 && status < 400) return {
		category: "bad-input",
		message: `The provider answered ${status}: \`base-url\` has moved to ${inOneLine(location.replace(/\?.*$/u, ""), SAID)}.`
	};
	const category = categoryOf(status, body);
	if (category === null) return null;
	const said = saidIn(body);
	return {
		category,
		message: `The provider answered ${status}${said === "" ? "" : `: ${said}`}`
	};
}
/** What providers call a request that is too long, and one that a filter turned down. */
const TOO_LONG = /context_length_exceeded|context[ _]window|maximum context length|prompt is too long|input token count.{0,40}exceeds|exceed.{0,20}context/iu;
const FILTERED = /content_filter|content_policy|content management policy|responsible ?ai/iu;
function categoryOf(status, body) {
	if ((status === 400 || status === 413 || status === 422) && TOO_LONG.test(body)) return "context-overflow";
	if (status === 400 && FILTERED.test(body)) return "content-filter";
	return categoryOfStatus(status) ?? (isTransient(status) ? "stream-lost" : null);
}
/** The error's own words, wherever the provider puts them. */
function saidIn(body) {
	return inOneLine(message(parse$1(body)) ?? body, SAID);
}
function message(value) {
	if (Array.isArray(value)) return message(value[0]);
	if (typeof value !== "object" || value === null) return null;
	if ("message" in value && typeof value.message === "string") return value.message;
	if ("error" in value && typeof value.error === "string") return value.error;
	return "error" in value ? message(value.error) : null;
}
function parse$1(text) {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}

// src/gateway/upstream.ts
/** Milliseconds for which a connection that nobody uses is kept, as Node keeps its own. */
const KEPT = 5e3;
/** The one way to a provider, through the runner's proxies where there are any. Each request uses up its reservation. */
function createSend({ http, https, no }) {
	const proxyEnv = {
		...http === null ? {} : { http_proxy: http },
		...https === null ? {} : { https_proxy: https },
		no_proxy: no
	};
	const options = {
		keepAlive: true,
		scheduling: "lifo",
		timeout: KEPT,
		proxyEnv
	};
	const agents = {
		http: new Agent(options),
		https: new Agent$1(options)
	};
	return ({ url, headers, body, signal }, reservation) => new Promise((resolve, reject) => {
		reservation.use();
		const isTls = url.startsWith("https:");
		const request$2 = isTls ? request$1 : request;
		const own = {
			"content-length": String(body.byteLength),
			"accept-encoding": "identity"
		};
		const agent = isTls ? agents.https : agents.http;
		const outgoing = request$2(url, {
			method: "POST",
			headers: {
				...headers,
				...own
			},
			signal,
			agent
		});
		outgoing.once("response", resolve);
		outgoing.on("error", (error) => {
			if (outgoing.reusedSocket) dropKept(Object.values(agents));
			reject(error);
		});
		outgoing.end(body);
	});
}
function dropKept(agents) {
	for (const { freeSockets } of agents) for (const sockets of Object.values(freeSockets)) sockets?.forEach((socket) => socket.destroy());
}
/** Time that an answer asks to wait, in milliseconds; null when it does not ask. */
function retryAfter({ headers }) {
	const exact = numberIn(headers["retry-after-ms"]);
	if (exact !== null) return Math.max(0, exact);
	const given = headers["retry-after"];
	if (given === void 0) return null;
	const seconds = numberIn(given);
	const wait = seconds === null ? Date.parse(given) - Date.now() : seconds * 1e3;
	return Number.isNaN(wait) ? null : Math.max(0, wait);
}
/** Null for what is no number; nothing at all would be zero to JavaScript. */
function numberIn(header) {
	if (typeof header !== "string" || header.trim() === "") return null;
	const number = Number(header);
	return Number.isFinite(number) ? number : null;
}

// src/gateway/exchange.ts
/** Characters of a fault’s message. */
const LONGEST_MESSAGE = 500;
/** Answers that break off in a row before a session is given up. */
const BREAKS = 2;
/** Providers commonly make up to 1,600 tokens of a picture. */
const BYTES_OF_PICTURE = 6400;
/**
* Connections that never came about, so that nothing was sent and nothing can have been charged: nobody there, a
* certificate that nobody vouches for, a proxy that does not connect, a header that cannot be written.
*/
const NOT_REACHED = /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|\w*CERT\w*|UNABLE_TO_\w+|HOSTNAME_MISMATCH|ERR_PROXY_\w+|ERR_INVALID_\w+)$/u;
/** Forwards one request and passes the answer on as it comes; a transient fault is tried once more before it is told. */
async function exchange(asked, client, context) {
	const gone = new AbortController();
	client.once("close", () => {
		if (!client.writableFinished) gone.abort();
	});
	await attempts(asked, client, {
		...context,
		gone: gone.signal
	});
}
async function attempts(asked, client, context) {
	const { gone } = context;
	for (let attempt = 1;; attempt += 1) {
		const worst = worstOf({
			bytes: asked.textBytes,
			media: asked.media,
			maxOutput: asked.maxOutput
		}, asked.model);
		const held = context.budget.reserve(worst);
		if (held.kind === "refused") {
			tellFault(asked, context, {
				category: "budget",
				message: held.reason,
				final: true
			});
			refuse(client, asked.protocol, {
				status: 402,
				message: held.reason
			});
			return;
		}
		const failed = await forward(asked, client, {
			...context,
			worst,
			reservation: held.reservation
		});
		if (failed === null) return;
		const wait = isTransient(failed.status) && attempt === 1 ? waitBeforeRetry(failed.wait, context) : null;
		if (wait !== null && await waited(wait, gone)) continue;
		if (!gone.aborted) giveUp(asked, client, {
			context,
			failed
		});
		return;
	}
}
/** Null when the answer was passed on, whole or not. */
async function forward(asked, client, context) {
	const { url, headers, body } = asked;
	const { keys, gone, reservation, send } = context;
	let head;
	try {
		head = await send({
			url,
			headers,
			body,
			signal: gone
		}, reservation);
	} catch (error) {
		const code = codeOf(error);
		account(asked, context, {
			status: 0,
			heard: null,
			charged: !NOT_REACHED.test(code)
		});
		const message = `The provider could not be reached at ${new URL(url).origin} (${code === "" ? "the connection broke" : code}).`;
		return {
			status: 0,
			fault: {
				category: "stream-lost",
				message
			},
			wait: null,
			body: message,
			contentType: ""
		};
	}
	const status = head.statusCode ?? 0;
	if (status >= 200 && status < 300) {
		const heard = await hear(head, client, {
			reader: asked.protocol.createReader(),
			keys,
			gone
		});
		account(asked, context, {
			status,
			heard,
			charged: true
		});
		judge(asked, client, {
			context,
			heard
		});
		return null;
	}
	const heard = await hear(head, null, {
		reader: null,
		keys,
		gone
	});
	account(asked, context, {
		status,
		heard,
		charged: false
	});
	const wait = retryAfter(head);
	const { "content-type": contentType = "application/json", location = null } = head.headers;
	return {
		status,
		fault: waitTold(faultOfStatus(status, heard.text, location), wait),
		wait,
		body: heard.text,
		contentType
	};
}
function waitTold(fault, wait) {
	if (fault === null || wait === null) return fault;
	return {
		...fault,
		message: `${fault.message} (it asks to wait ${inWords(wait)})`
	};
}
/** Settles the reservation and tells what the request came to. */
function account(asked, { reservation, worst, gone, tell, record }, { status, heard, charged }) {
	const { role, family, model, dropped } = asked;
	const { tokens, estimated } = charged ? countOf(sentAs(asked), heard?.reading ?? null) : NOT_CHARGED;
	const cost = costOf(tokens, model);
	const unheard = estimated && gone.aborted;
	reservation.settle(unheard ? worst : {
		cost,
		tokens: sumOf(tokens)
	});
	const metered = {
		role,
		...family,
		model: model.name,
		status,
		tokens,
		cost,
		estimated,
		dropped
	};
	record({
		asked,
		status,
		answer: heard?.text ?? "",
		metered
	});
	tell({
		kind: "request",
		...metered
	});
}
/** Bytes for an estimate, each picture as the text that commonly takes as many tokens. */
function sentAs({ textBytes, media }) {
	return textBytes + media.pictures * BYTES_OF_PICTURE;
}
/** An answer that broke off is OpenCode's to ask for again, once. */
function judge(asked, client, { context, heard }) {
	const { reading } = heard;
	if (context.gone.aborted && !heard.ended) return;
	if (!(!heard.ended || reading !== null && (reading.fault !== null || !reading.complete))) {
		context.setbacks.answered(asked);
		client.end();
		return;
	}
	const count = context.setbacks.brokeOff(asked);
	tellFault(asked, context, {
		category: "stream-lost",
		message: `The model’s answer broke off${reading === null || reading.fault === null ? "" : `: ${reading.fault}`}${count > 1 ? ", again" : ""}.`,
		final: count >= BREAKS
	});
	if (heard.ended) client.end();
	else client.destroy();
}
function giveUp(asked, client, { context, failed }) {
	const { fault } = failed;
	const final = fault?.category !== "context-overflow" || context.setbacks.overflowed(asked);
	if (fault !== null) tellFault(asked, context, {
		...fault,
		final
	});
	if (failed.status === 0) return refuse(client, asked.protocol, {
		status: 502,
		message: failed.body
	});
	client.writeHead(failed.status, { "content-type": failed.contentType }).end(failed.body);
}
function tellFault({ role, family }, { tell }, fault) {
	tell({
		kind: "fault",
		role,
		root: family.root,
		...fault,
		message: inOneLine(fault.message, LONGEST_MESSAGE)
	});
}
function codeOf(error) {
	return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}

// src/gateway/families.ts
/** OpenCode names the session of a request, and its parent where it is a child's, in headers. */
const SESSION = ["x-session-id", "x-opencode-session"];
const PARENT = "x-parent-session-id";
/** Longest name that is taken for one, and how many are remembered: the agent may make them up. */
const LONGEST = 100;
const MOST = 1e4;
/** Finds the session at the top of a request's family, for as long as the gateway has seen how they hang together. */
function createFamilies() {
	const parents = /* @__PURE__ */ new Map();
	const rootOf = (session) => {
		let root = session;
		for (let depth = 0; depth < 10; depth += 1) root = parents.get(root) ?? root;
		return root;
	};
	return (headers) => {
		const session = SESSION.map((name) => named(headers[name])).find((name) => name !== null) ?? null;
		const parent = named(headers[PARENT]);
		if (session === null) return {
			session,
			root: null
		};
		if (parent !== null && parent !== session && !parents.has(session) && parents.size < MOST) parents.set(session, parent);
		return {
			session,
			root: rootOf(session)
		};
	};
}
function named(header) {
	return typeof header === "string" && header !== "" && header.length <= LONGEST ? header : null;
}

// src/gateway/record.ts
/**
* Writes every exchange with a provider into a directory, a numbered JSON file each: request and answer as they went over
* the line, without headers, which hold the credential, and with every secret of the gateway's taken out of the rest.
*/
function createRecorder(directory, secrets) {
	if (directory === null) return {
		record: () => void 0,
		written: () => Promise.resolve()
	};
	const redact = createRedactor(secrets);
	const tried = (work) => work.then(nothing, nothing);
	let last = tried(mkdir(directory, { recursive: true }));
	let number = 0;
	return {
		record({ asked, status, answer, metered }) {
			number += 1;
			const file = join(directory, `${String(number).padStart(4, "0")}.json`);
			const request = Buffer.from(asked.body).toString("utf8");
			const document = {
				version: 1,
				at: (/* @__PURE__ */ new Date()).toISOString(),
				...metered,
				url: asked.url.replace(/\?.*$/u, ""),
				status,
				request,
				answer
			};
			last = last.then(() => tried(writeFile(file, redact(`${JSON.stringify(document, null, 2)}\n`))));
		},
		written: () => last
	};
}
const nothing = () => void 0;

// src/gateway/setbacks.ts
/** Answers after an overflow that are still those of mending it. */
const AFTER_A_SUMMARY = 3;
function createSetbacks() {
	const breaks = /* @__PURE__ */ new Map();
	const answersSinceOverflow = /* @__PURE__ */ new Map();
	return {
		answered(asked) {
			const family = familyOf(asked);
			breaks.delete(family);
			const answers = answersSinceOverflow.get(family);
			if (answers !== void 0) answersSinceOverflow.set(family, answers + 1);
		},
		brokeOff(asked) {
			const count = (breaks.get(familyOf(asked)) ?? 0) + 1;
			breaks.set(familyOf(asked), count);
			return count;
		},
		overflowed(asked) {
			const answers = answersSinceOverflow.get(familyOf(asked));
			answersSinceOverflow.set(familyOf(asked), 0);
			return answers !== void 0 && answers <= AFTER_A_SUMMARY;
		}
	};
}
function familyOf({ role, family }) {
	return `${role} ${family.root ?? ""}`;
}

// src/gateway/server.ts
/** The HTTP server that stands between the agents and the providers. It listens when it is told to. */
function createGateway(start, tell) {
	const allowed = /* @__PURE__ */ new Map();
	const busy = /* @__PURE__ */ new Map();
	const keys = start.providers.flatMap(({ key }) => key === null ? [] : [key]);
	const recorder = createRecorder(start.record, keys);
	const context = {
		send: createSend(start.proxies),
		budget: createBudget(start.limits),
		deadline: start.deadline,
		patience: start.patience,
		tell,
		record: recorder.record,
		keys,
		setbacks: createSetbacks(),
		roles: roleFinder(start.placeholders),
		family: familiesByRole(),
		providers: new Map(start.providers.map(({ id, baseUrl, key }) => [encodeURIComponent(id), {
			provider: providerOf(id, baseUrl),
			key
		}])),
		allowed
	};
	const server = createServer$1((request, client) => {
		client.on("error", () => void 0);
		answer(request, client, context).catch(() => client.destroy());
	});
	server.maxConnections = MOST_AT_ONCE;
	server.keepAliveTimeout = KEPT_OPEN;
	const answer = async (request, client, given) => {
		const asked = await examine(request, client, given);
		if (asked === null) return;
		const under = busy.get(asked.role) ?? /* @__PURE__ */ new Set();
		busy.set(asked.role, under);
		const work = exchange(asked, client, given).finally(() => under.delete(work));
		under.add(work);
		await work;
	};
	return {
		server,
		allow: (role, models) => void allowed.set(role, new Map(models.map((model) => [model.sentAs, model]))),
		async settled(role) {
			await Promise.race([Promise.allSettled(busy.get(role) ?? /* @__PURE__ */ new Set()), timeout(SETTLE_LIMIT)]);
			await recorder.written();
		}
	};
}
/** Connections at the same time; the agents of a run have a few dozen, and each may bring a body to keep in memory. */
const MOST_AT_ONCE = 256;
/** Milliseconds. */
const KEPT_OPEN = 36e5;
/** A role names its own sessions, and no other's. */
function familiesByRole() {
	const families = /* @__PURE__ */ new Map();
	return (role, headers) => {
		const own = families.get(role) ?? createFamilies();
		families.set(role, own);
		return own(headers);
	};
}
/** Milliseconds; an agent that never stops asking is not waited for. */
const SETTLE_LIMIT = 2e3;
function timeout(milliseconds) {
	return new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
}

// src/gateway/process.ts
/**
* The gateway's own process: orders come on standard input, a JSON line each, the first one with the keys; notices go out
* on standard output. It ends when its standard input does, so that it never outlives the run that started it, and not
* at a signal: a run that is cancelled has work to end, for which its own process decides.
*/
for (const signal of [
	"SIGINT",
	"SIGTERM",
	"SIGHUP"
]) process.on(signal, () => void 0);
const tell = (notice) => void process.stdout.write(`${JSON.stringify(notice)}\n`);
let opened = null;
for await (const line of createInterface({ input: process.stdin })) {
	const order = read(line);
	if (order.kind === "start") opened ??= await open$1(order);
	else if (order.kind === "allow") opened?.gateway.allow(order.role, order.models);
	else opened?.gateway.settled(order.role).then(() => tell({
		kind: "flushed",
		id: order.id
	}));
}
opened?.gateway.server.close();
opened?.gateway.server.closeAllConnections();
opened?.proxy?.end();
/** Throws an error that repeats nothing of the line, which may hold the keys. */
function read(line) {
	const order = Order.safeParse(parse(line));
	if (order.success) return order.data;
	const places = order.error.issues.map(({ path }) => path.join(".") || "the whole of it");
	throw new Error(`The model gateway was given an order that it does not understand: ${places.join(", ")}.`);
}
function parse(line) {
	try {
		return JSON.parse(line);
	} catch {
		return null;
	}
}
/** Listens on the loopback interface alone. */
async function open$1(order) {
	const gateway = createGateway(order, tell);
	const { domains, proxies } = order;
	const blocked = (one) => tell({
		kind: "blocked",
		...one
	});
	const proxy = domains === null ? null : createProxy({
		domains,
		dial: createDial(proxies),
		tell: blocked
	});
	const models = await listen(gateway.server);
	tell({
		kind: "listening",
		models,
		proxy: proxy === null ? null : await listen(proxy.server)
	});
	return {
		gateway,
		proxy
	};
}
async function listen(server) {
	await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
	const address = server.address();
	return typeof address === "object" && address !== null ? address.port : 0;
}

export {  };