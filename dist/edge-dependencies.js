import { b as setSecret, p as info, r as debug } from "./actions-core.js";
import { n as Failure, r as asFailure } from "./failure2.js";
import { Gt as array, Kn as number, Nn as literal, Yt as boolean, ar as string, qn as object, sn as discriminatedUnion, tr as record, vr as unknown } from "./zod.js";
import { i as searchPathOutside, n as realPath, r as resolveProgram, t as isInside } from "./workspace-program.js";
import { t as execa } from "./execa.js";
import { g as OPENCODE_VERSION, h as fillTemplate, m as allowedDomains, n as stoppable, r as MODEL_INPUT } from "./sandbox-stoppable.js";
import { n as isKnownProvider, t as PROVIDER_KEYS } from "./config-providers2.js";
import { a as categoryOfStatus, c as openCodeBase, d as refusedProvider, m as Notice, t as LONGEST_WAIT, u as providerOf$1 } from "./gateway-patience.js";
import { n as list } from "./config-list.js";
import { t as createGitHubForge } from "./forge-github-github-forge.js";
import { a as findMarked, d as readProcesses, f as untilGone, l as descendantsOf, s as markOf, t as MARK, u as readProcess } from "./sandbox-marked-processes.js";
import { t as serverOf } from "./agent-server-of.js";
import { u as logLine } from "./text-sinks.js";
import { t as meetingOf } from "./pipeline-two-jobs-meeting.js";
import { i as freePort, n as createNoSandbox, r as launch, t as NOT_CONFINED } from "./sandbox-none.js";
import { a as endMarkedAsRoot, c as runAsRoot, i as asRootWith, l as signalAsRoot, n as sandboxDirectory, o as killAsRoot, r as createUserNumbers, s as quoted } from "./sandbox-leftovers.js";
import { i as outward, n as inward, r as join$1, t as CALL } from "./sandbox-bridge-sockets.js";
import { t as createSecrets } from "./text-secrets2.js";
import fs, { chmodSync, existsSync, lstatSync, readFileSync, readdirSync, realpathSync, rmSync, statSync, writeFileSync } from "node:fs";
import fsPromises, { access, chmod, lstat, mkdir, mkdtemp, open, readFile, readdir, readlink, realpath, rename, rm, stat, unlink, writeFile } from "node:fs/promises";
import path, { basename, dirname, isAbsolute, join, posix, win32 } from "node:path";
import { EventEmitter } from "node:events";
import { connect, createServer } from "node:net";
import I from "fs";
import ar, { dirname as dirname$1, parse } from "path";
import Qr, { EventEmitter as EventEmitter$1 } from "events";
import assert from "assert";
import co from "node:assert";
import Stream from "node:stream";
import { stripVTControlCharacters } from "node:util";
import { createHash, randomBytes } from "node:crypto";
import { Buffer as Buffer$1 } from "buffer";
import { StringDecoder } from "node:string_decoder";
import * as Ps from "zlib";
import en from "zlib";

// node_modules/tar/dist/esm/index.min.js
var zr = Object.defineProperty;
var Ur = (s, t) => {
	for (var e in t) zr(s, e, {
		get: t[e],
		enumerable: !0
	});
};
var Ds = typeof process == "object" && process ? process : {
	stdout: null,
	stderr: null
};
var Wr = (s) => !!s && typeof s == "object" && (s instanceof A || s instanceof Stream || Gr(s) || Zr(s));
var Gr = (s) => !!s && typeof s == "object" && s instanceof EventEmitter && typeof s.pipe == "function" && s.pipe !== Stream.Writable.prototype.pipe;
var Zr = (s) => !!s && typeof s == "object" && s instanceof EventEmitter && typeof s.write == "function" && typeof s.end == "function";
var Q = Symbol("EOF");
var J = Symbol("maybeEmitEnd");
var nt = Symbol("emittedEnd");
var De = Symbol("emittingEnd");
var qt = Symbol("emittedError");
var Ne = Symbol("closed");
var Ns = Symbol("read");
var Ae = Symbol("flush");
var As = Symbol("flushChunk");
var z = Symbol("encoding");
var Mt = Symbol("decoder");
var g = Symbol("flowing");
var Qt = Symbol("paused");
var Bt = Symbol("resume");
var b = Symbol("buffer");
var N = Symbol("pipes");
var _ = Symbol("bufferLength");
var bi = Symbol("bufferPush");
var Ie = Symbol("bufferShift");
var L = Symbol("objectMode");
var S = Symbol("destroyed");
var _i = Symbol("error");
var Oi = Symbol("emitData");
var Is = Symbol("emitEnd");
var Ti = Symbol("emitEnd2");
var Z = Symbol("async");
var xi = Symbol("abort");
var Ce = Symbol("aborted");
var Jt = Symbol("signal");
var Rt = Symbol("dataListeners");
var C = Symbol("discarded");
var jt = (s) => Promise.resolve().then(s);
var Yr = (s) => s();
var Kr = (s) => s === "end" || s === "finish" || s === "prefinish";
var Vr = (s) => s instanceof ArrayBuffer || !!s && typeof s == "object" && s.constructor && s.constructor.name === "ArrayBuffer" && s.byteLength >= 0;
var $r = (s) => !Buffer.isBuffer(s) && ArrayBuffer.isView(s);
var Fe = class {
	src;
	dest;
	opts;
	ondrain;
	constructor(t, e, i) {
		this.src = t, this.dest = e, this.opts = i, this.ondrain = () => t[Bt](), this.dest.on("drain", this.ondrain);
	}
	unpipe() {
		this.dest.removeListener("drain", this.ondrain);
	}
	proxyErrors(t) {}
	end() {
		this.unpipe(), this.opts.end && this.dest.end();
	}
};
var Li = class extends Fe {
	unpipe() {
		this.src.removeListener("error", this.proxyErrors), super.unpipe();
	}
	constructor(t, e, i) {
		super(t, e, i), this.proxyErrors = (r) => this.dest.emit("error", r), t.on("error", this.proxyErrors);
	}
};
var Xr = (s) => !!s.objectMode;
var qr = (s) => !s.objectMode && !!s.encoding && s.encoding !== "buffer";
var A = class extends EventEmitter {
	[g] = !1;
	[Qt] = !1;
	[N] = [];
	[b] = [];
	[L];
	[z];
	[Z];
	[Mt];
	[Q] = !1;
	[nt] = !1;
	[De] = !1;
	[Ne] = !1;
	[qt] = null;
	[_] = 0;
	[S] = !1;
	[Jt];
	[Ce] = !1;
	[Rt] = 0;
	[C] = !1;
	writable = !0;
	readable = !0;
	constructor(...t) {
		let e = t[0] || {};
		if (super(), e.objectMode && typeof e.encoding == "string") throw new TypeError("Encoding and objectMode may not be used together");
		Xr(e) ? (this[L] = !0, this[z] = null) : qr(e) ? (this[z] = e.encoding, this[L] = !1) : (this[L] = !1, this[z] = null), this[Z] = !!e.async, this[Mt] = this[z] ? new StringDecoder(this[z]) : null, e && e.debugExposeBuffer === !0 && Object.defineProperty(this, "buffer", { get: () => this[b] }), e && e.debugExposePipes === !0 && Object.defineProperty(this, "pipes", { get: () => this[N] });
		let { signal: i } = e;
		i && (this[Jt] = i, i.aborted ? this[xi]() : i.addEventListener("abort", () => this[xi]()));
	}
	get bufferLength() {
		return this[_];
	}
	get encoding() {
		return this[z];
	}
	set encoding(t) {
		throw new Error("Encoding must be set at instantiation time");
	}
	setEncoding(t) {
		throw new Error("Encoding must be set at instantiation time");
	}
	get objectMode() {
		return this[L];
	}
	set objectMode(t) {
		throw new Error("objectMode must be set at instantiation time");
	}
	get async() {
		return this[Z];
	}
	set async(t) {
		this[Z] = this[Z] || !!t;
	}
	[xi]() {
		this[Ce] = !0, this.emit("abort", this[Jt]?.reason), this.destroy(this[Jt]?.reason);
	}
	get aborted() {
		return this[Ce];
	}
	set aborted(t) {}
	write(t, e, i) {
		if (this[Ce]) return !1;
		if (this[Q]) throw new Error("write after end");
		if (this[S]) return this.emit("error", Object.assign(/* @__PURE__ */ new Error("Cannot call write after a stream was destroyed"), { code: "ERR_STREAM_DESTROYED" })), !0;
		typeof e == "function" && (i = e, e = "utf8"), e || (e = "utf8");
		let r = this[Z] ? jt : Yr;
		if (!this[L] && !Buffer.isBuffer(t)) {
			if ($r(t)) t = Buffer.from(t.buffer, t.byteOffset, t.byteLength);
			else if (Vr(t)) t = Buffer.from(t);
			else if (typeof t != "string") throw new Error("Non-contiguous data written to non-objectMode stream");
		}
		return this[L] ? (this[g] && this[_] !== 0 && this[Ae](!0), this[g] ? this.emit("data", t) : this[bi](t), this[_] !== 0 && this.emit("readable"), i && r(i), this[g]) : t.length ? (typeof t == "string" && (e !== this[z] || this[Mt]?.lastNeed) && (t = Buffer.from(t, e)), Buffer.isBuffer(t) && this[z] && (t = this[Mt].write(t)), this[g] && this[_] !== 0 && this[Ae](!0), this[g] ? this.emit("data", t) : this[bi](t), this[_] !== 0 && this.emit("readable"), i && r(i), this[g]) : (this[_] !== 0 && this.emit("readable"), i && r(i), this[g]);
	}
	read(t) {
		if (this[S]) return null;
		if (this[C] = !1, this[_] === 0 || t === 0 || t && t > this[_]) return this[J](), null;
		this[L] && (t = null), this[b].length > 1 && !this[L] && (this[b] = [this[z] ? this[b].join("") : Buffer.concat(this[b], this[_])]);
		let e = this[Ns](t || null, this[b][0]);
		return this[J](), e;
	}
	[Ns](t, e) {
		if (this[L]) this[Ie]();
		else {
			let i = e;
			t === i.length || t === null ? this[Ie]() : typeof i == "string" ? (this[b][0] = i.slice(t), e = i.slice(0, t), this[_] -= t) : (this[b][0] = i.subarray(t), e = i.subarray(0, t), this[_] -= t);
		}
		return this.emit("data", e), !this[b].length && !this[Q] && this.emit("drain"), e;
	}
	end(t, e, i) {
		return typeof t == "function" && (i = t, t = void 0), typeof e == "function" && (i = e, e = "utf8"), t !== void 0 && this.write(t, e), i && this.once("end", i), this[Q] = !0, this.writable = !1, (this[g] || !this[Qt]) && this[J](), this;
	}
	[Bt]() {
		this[S] || (!this[Rt] && !this[N].length && (this[C] = !0), this[Qt] = !1, this[g] = !0, this.emit("resume"), this[b].length ? this[Ae]() : this[Q] ? this[J]() : this.emit("drain"));
	}
	resume() {
		return this[Bt]();
	}
	pause() {
		this[g] = !1, this[Qt] = !0, this[C] = !1;
	}
	get destroyed() {
		return this[S];
	}
	get flowing() {
		return this[g];
	}
	get paused() {
		return this[Qt];
	}
	[bi](t) {
		this[L] ? this[_] += 1 : this[_] += t.length, this[b].push(t);
	}
	[Ie]() {
		return this[L] ? this[_] -= 1 : this[_] -= this[b][0].length, this[b].shift();
	}
	[Ae](t = !1) {
		do;
		while (this[As](this[Ie]()) && this[b].length);
		!t && !this[b].length && !this[Q] && this.emit("drain");
	}
	[As](t) {
		return this.emit("data", t), this[g];
	}
	pipe(t, e) {
		if (this[S]) return t;
		this[C] = !1;
		let i = this[nt];
		return e = e || {}, t === Ds.stdout || t === Ds.stderr ? e.end = !1 : e.end = e.end !== !1, e.proxyErrors = !!e.proxyErrors, i ? e.end && t.end() : (this[N].push(e.proxyErrors ? new Li(this, t, e) : new Fe(this, t, e)), this[Z] ? jt(() => this[Bt]()) : this[Bt]()), t;
	}
	unpipe(t) {
		let e = this[N].find((i) => i.dest === t);
		e && (this[N].length === 1 ? (this[g] && this[Rt] === 0 && (this[g] = !1), this[N] = []) : this[N].splice(this[N].indexOf(e), 1), e.unpipe());
	}
	addListener(t, e) {
		return this.on(t, e);
	}
	on(t, e) {
		let i = super.on(t, e);
		if (t === "data") this[C] = !1, this[Rt]++, !this[N].length && !this[g] && this[Bt]();
		else if (t === "readable" && this[_] !== 0) super.emit("readable");
		else if (Kr(t) && this[nt]) super.emit(t), this.removeAllListeners(t);
		else if (t === "error" && this[qt]) {
			let r = e;
			this[Z] ? jt(() => r.call(this, this[qt])) : r.call(this, this[qt]);
		}
		return i;
	}
	removeListener(t, e) {
		return this.off(t, e);
	}
	off(t, e) {
		let i = super.off(t, e);
		return t === "data" && (this[Rt] = this.listeners("data").length, this[Rt] === 0 && !this[C] && !this[N].length && (this[g] = !1)), i;
	}
	removeAllListeners(t) {
		let e = super.removeAllListeners(t);
		return (t === "data" || t === void 0) && (this[Rt] = 0, !this[C] && !this[N].length && (this[g] = !1)), e;
	}
	get emittedEnd() {
		return this[nt];
	}
	[J]() {
		!this[De] && !this[nt] && !this[S] && this[b].length === 0 && this[Q] && (this[De] = !0, this.emit("end"), this.emit("prefinish"), this.emit("finish"), this[Ne] && this.emit("close"), this[De] = !1);
	}
	emit(t, ...e) {
		let i = e[0];
		if (t !== "error" && t !== "close" && t !== S && this[S]) return !1;
		if (t === "data") return !this[L] && !i ? !1 : this[Z] ? (jt(() => this[Oi](i)), !0) : this[Oi](i);
		if (t === "end") return this[Is]();
		if (t === "close") {
			if (this[Ne] = !0, !this[nt] && !this[S]) return !1;
			let n = super.emit("close");
			return this.removeAllListeners("close"), n;
		} else if (t === "error") {
			this[qt] = i, super.emit(_i, i);
			let n = !this[Jt] || this.listeners("error").length ? super.emit("error", i) : !1;
			return this[J](), n;
		} else if (t === "resume") {
			let n = super.emit("resume");
			return this[J](), n;
		} else if (t === "finish" || t === "prefinish") {
			let n = super.emit(t);
			return this.removeAllListeners(t), n;
		}
		let r = super.emit(t, ...e);
		return this[J](), r;
	}
	[Oi](t) {
		for (let i of this[N]) i.dest.write(t) === !1 && this.pause();
		let e = this[C] ? !1 : super.emit("data", t);
		return this[J](), e;
	}
	[Is]() {
		return this[nt] ? !1 : (this[nt] = !0, this.readable = !1, this[Z] ? (jt(() => this[Ti]()), !0) : this[Ti]());
	}
	[Ti]() {
		if (this[Mt]) {
			let e = this[Mt].end();
			if (e) {
				for (let i of this[N]) i.dest.write(e);
				this[C] || super.emit("data", e);
			}
		}
		for (let e of this[N]) e.end();
		let t = super.emit("end");
		return this.removeAllListeners("end"), t;
	}
	async collect() {
		let t = Object.assign([], { dataLength: 0 });
		this[L] || (t.dataLength = 0);
		let e = this.promise();
		return this.on("data", (i) => {
			t.push(i), this[L] || (t.dataLength += i.length);
		}), await e, t;
	}
	async concat() {
		if (this[L]) throw new Error("cannot concat in objectMode");
		let t = await this.collect();
		return this[z] ? t.join("") : Buffer.concat(t, t.dataLength);
	}
	async promise() {
		return new Promise((t, e) => {
			this.on(S, () => e(/* @__PURE__ */ new Error("stream destroyed"))), this.on("error", (i) => e(i)), this.on("end", () => t());
		});
	}
	[Symbol.asyncIterator]() {
		this[C] = !1;
		let t = !1, e = async () => (this.pause(), t = !0, {
			value: void 0,
			done: !0
		});
		return {
			next: () => {
				if (t) return e();
				let r = this.read();
				if (r !== null) return Promise.resolve({
					done: !1,
					value: r
				});
				if (this[Q]) return e();
				let n, o, h = (d) => {
					this.off("data", a), this.off("end", l), this.off(S, c), e(), o(d);
				}, a = (d) => {
					this.off("error", h), this.off("end", l), this.off(S, c), this.pause(), n({
						value: d,
						done: !!this[Q]
					});
				}, l = () => {
					this.off("error", h), this.off("data", a), this.off(S, c), e(), n({
						done: !0,
						value: void 0
					});
				}, c = () => h(/* @__PURE__ */ new Error("stream destroyed"));
				return new Promise((d, y) => {
					o = y, n = d, this.once(S, c), this.once("error", h), this.once("end", l), this.once("data", a);
				});
			},
			throw: e,
			return: e,
			[Symbol.asyncIterator]() {
				return this;
			},
			[Symbol.asyncDispose]: async () => {}
		};
	}
	[Symbol.iterator]() {
		this[C] = !1;
		let t = !1, e = () => (this.pause(), this.off(_i, e), this.off(S, e), this.off("end", e), t = !0, {
			done: !0,
			value: void 0
		}), i = () => {
			if (t) return e();
			let r = this.read();
			return r === null ? e() : {
				done: !1,
				value: r
			};
		};
		return this.once("end", e), this.once(_i, e), this.once(S, e), {
			next: i,
			throw: e,
			return: e,
			[Symbol.iterator]() {
				return this;
			},
			[Symbol.dispose]: () => {}
		};
	}
	destroy(t) {
		if (this[S]) return t ? this.emit("error", t) : this.emit(S), this;
		this[S] = !0, this[C] = !0, this[b].length = 0, this[_] = 0;
		let e = this;
		return typeof e.close == "function" && !this[Ne] && e.close(), t ? this.emit("error", t) : this.emit(S), this;
	}
	static get isStream() {
		return Wr;
	}
};
var Jr = I.writev;
var ht = Symbol("_autoClose");
var H = Symbol("_close");
var te = Symbol("_ended");
var m = Symbol("_fd");
var Ni = Symbol("_finished");
var tt = Symbol("_flags");
var Ai = Symbol("_flush");
var ki = Symbol("_handleChunk");
var vi = Symbol("_makeBuf");
var ie = Symbol("_mode");
var ke = Symbol("_needDrain");
var Ut = Symbol("_onerror");
var Ht = Symbol("_onopen");
var Ii = Symbol("_onread");
var Pt = Symbol("_onwrite");
var at = Symbol("_open");
var U = Symbol("_path");
var ot = Symbol("_pos");
var Y = Symbol("_queue");
var zt = Symbol("_read");
var Ci = Symbol("_readSize");
var j = Symbol("_reading");
var ee = Symbol("_remain");
var Fi = Symbol("_size");
var ve = Symbol("_write");
var gt = Symbol("_writing");
var Me = Symbol("_defaultFlag");
var bt = Symbol("_errored");
var _t = class extends A {
	[bt] = !1;
	[m];
	[U];
	[Ci];
	[j] = !1;
	[Fi];
	[ee];
	[ht];
	constructor(t, e) {
		if (e = e || {}, super(e), this.readable = !0, this.writable = !1, typeof t != "string") throw new TypeError("path must be a string");
		this[bt] = !1, this[m] = typeof e.fd == "number" ? e.fd : void 0, this[U] = t, this[Ci] = e.readSize || 16777216, this[j] = !1, this[Fi] = typeof e.size == "number" ? e.size : 1 / 0, this[ee] = this[Fi], this[ht] = typeof e.autoClose == "boolean" ? e.autoClose : !0, typeof this[m] == "number" ? this[zt]() : this[at]();
	}
	get fd() {
		return this[m];
	}
	get path() {
		return this[U];
	}
	write() {
		throw new TypeError("this is a readable stream");
	}
	end() {
		throw new TypeError("this is a readable stream");
	}
	[at]() {
		I.open(this[U], "r", (t, e) => this[Ht](t, e));
	}
	[Ht](t, e) {
		t ? this[Ut](t) : (this[m] = e, this.emit("open", e), this[zt]());
	}
	[vi]() {
		return Buffer.allocUnsafe(Math.min(this[Ci], this[ee]));
	}
	[zt]() {
		if (!this[j]) {
			this[j] = !0;
			let t = this[vi]();
			if (t.length === 0) return process.nextTick(() => this[Ii](null, 0, t));
			I.read(this[m], t, 0, t.length, null, (e, i, r) => this[Ii](e, i, r));
		}
	}
	[Ii](t, e, i) {
		this[j] = !1, t ? this[Ut](t) : this[ki](e, i) && this[zt]();
	}
	[H]() {
		if (this[ht] && typeof this[m] == "number") {
			let t = this[m];
			this[m] = void 0, I.close(t, (e) => e ? this.emit("error", e) : this.emit("close"));
		}
	}
	[Ut](t) {
		this[j] = !0, this[H](), this.emit("error", t);
	}
	[ki](t, e) {
		let i = !1;
		return this[ee] -= t, t > 0 && (i = super.write(t < e.length ? e.subarray(0, t) : e)), (t === 0 || this[ee] <= 0) && (i = !1, this[H](), super.end()), i;
	}
	emit(t, ...e) {
		switch (t) {
			case "prefinish":
			case "finish": return !1;
			case "drain": return typeof this[m] == "number" && this[zt](), !1;
			case "error": return this[bt] ? !1 : (this[bt] = !0, super.emit(t, ...e));
			default: return super.emit(t, ...e);
		}
	}
};
var Be = class extends _t {
	[at]() {
		let t = !0;
		try {
			this[Ht](null, I.openSync(this[U], "r")), t = !1;
		} finally {
			t && this[H]();
		}
	}
	[zt]() {
		let t = !0;
		try {
			if (!this[j]) {
				this[j] = !0;
				do {
					let e = this[vi](), i = e.length === 0 ? 0 : I.readSync(this[m], e, 0, e.length, null);
					if (!this[ki](i, e)) break;
				} while (!0);
				this[j] = !1;
			}
			t = !1;
		} finally {
			t && this[H]();
		}
	}
	[H]() {
		if (this[ht] && typeof this[m] == "number") {
			let t = this[m];
			this[m] = void 0, I.closeSync(t), this.emit("close");
		}
	}
};
var et = class extends Qr {
	readable = !1;
	writable = !0;
	[bt] = !1;
	[gt] = !1;
	[te] = !1;
	[Y] = [];
	[ke] = !1;
	[U];
	[ie];
	[ht];
	[m];
	[Me];
	[tt];
	[Ni] = !1;
	[ot];
	constructor(t, e) {
		e = e || {}, super(e), this[U] = t, this[m] = typeof e.fd == "number" ? e.fd : void 0, this[ie] = e.mode === void 0 ? 438 : e.mode, this[ot] = typeof e.start == "number" ? e.start : void 0, this[ht] = typeof e.autoClose == "boolean" ? e.autoClose : !0;
		let i = this[ot] !== void 0 ? "r+" : "w";
		this[Me] = e.flags === void 0, this[tt] = e.flags === void 0 ? i : e.flags, this[m] === void 0 && this[at]();
	}
	emit(t, ...e) {
		if (t === "error") {
			if (this[bt]) return !1;
			this[bt] = !0;
		}
		return super.emit(t, ...e);
	}
	get fd() {
		return this[m];
	}
	get path() {
		return this[U];
	}
	[Ut](t) {
		this[H](), this[gt] = !0, this.emit("error", t);
	}
	[at]() {
		I.open(this[U], this[tt], this[ie], (t, e) => this[Ht](t, e));
	}
	[Ht](t, e) {
		this[Me] && this[tt] === "r+" && t && t.code === "ENOENT" ? (this[tt] = "w", this[at]()) : t ? this[Ut](t) : (this[m] = e, this.emit("open", e), this[gt] || this[Ai]());
	}
	end(t, e) {
		return t && this.write(t, e), this[te] = !0, !this[gt] && !this[Y].length && typeof this[m] == "number" && this[Pt](null, 0), this;
	}
	write(t, e) {
		return typeof t == "string" && (t = Buffer.from(t, e)), this[te] ? (this.emit("error", /* @__PURE__ */ new Error("write() after end()")), !1) : this[m] === void 0 || this[gt] || this[Y].length ? (this[Y].push(t), this[ke] = !0, !1) : (this[gt] = !0, this[ve](t), !0);
	}
	[ve](t) {
		I.write(this[m], t, 0, t.length, this[ot], (e, i) => this[Pt](e, i));
	}
	[Pt](t, e) {
		t ? this[Ut](t) : (this[ot] !== void 0 && typeof e == "number" && (this[ot] += e), this[Y].length ? this[Ai]() : (this[gt] = !1, this[te] && !this[Ni] ? (this[Ni] = !0, this[H](), this.emit("finish")) : this[ke] && (this[ke] = !1, this.emit("drain"))));
	}
	[Ai]() {
		if (this[Y].length === 0) this[te] && this[Pt](null, 0);
		else if (this[Y].length === 1) this[ve](this[Y].pop());
		else {
			let t = this[Y];
			this[Y] = [], Jr(this[m], t, this[ot], (e, i) => this[Pt](e, i));
		}
	}
	[H]() {
		if (this[ht] && typeof this[m] == "number") {
			let t = this[m];
			this[m] = void 0, I.close(t, (e) => e ? this.emit("error", e) : this.emit("close"));
		}
	}
};
var Wt = class extends et {
	[at]() {
		let t;
		if (this[Me] && this[tt] === "r+") try {
			t = I.openSync(this[U], this[tt], this[ie]);
		} catch (e) {
			if (e?.code === "ENOENT") return this[tt] = "w", this[at]();
			throw e;
		}
		else t = I.openSync(this[U], this[tt], this[ie]);
		this[Ht](null, t);
	}
	[H]() {
		if (this[ht] && typeof this[m] == "number") {
			let t = this[m];
			this[m] = void 0, I.closeSync(t), this.emit("close");
		}
	}
	[ve](t) {
		let e = !0;
		try {
			this[Pt](null, I.writeSync(this[m], t, 0, t.length, this[ot])), e = !1;
		} finally {
			if (e) try {
				this[H]();
			} catch {}
		}
	}
};
var jr = /* @__PURE__ */ new Map([
	["C", "cwd"],
	["f", "file"],
	["z", "gzip"],
	["P", "preservePaths"],
	["U", "unlink"],
	["strip-components", "strip"],
	["stripComponents", "strip"],
	["keep-newer", "newer"],
	["keepNewer", "newer"],
	["keep-newer-files", "newer"],
	["keepNewerFiles", "newer"],
	["k", "keep"],
	["keep-existing", "keep"],
	["keepExisting", "keep"],
	["m", "noMtime"],
	["no-mtime", "noMtime"],
	["p", "preserveOwner"],
	["L", "follow"],
	["h", "follow"],
	["onentry", "onReadEntry"]
]);
var Fs$1 = (s) => !!s.sync && !!s.file;
var ks = (s) => !s.sync && !!s.file;
var vs = (s) => !!s.sync && !s.file;
var Ms = (s) => !s.sync && !s.file;
var Bs = (s) => !!s.file;
var tn = (s) => {
	return jr.get(s) || s;
};
var se = (s = {}) => {
	if (!s) return {};
	let t = {};
	for (let [e, i] of Object.entries(s)) {
		let r = tn(e);
		t[r] = i;
	}
	return t.chmod === void 0 && t.noChmod === !1 && (t.chmod = !0), delete t.noChmod, t;
};
var K = (s, t, e, i, r) => Object.assign((n = [], o, h) => {
	Array.isArray(n) && (o = n, n = {}), typeof o == "function" && (h = o, o = void 0), o = o ? Array.from(o) : [];
	let a = se(n);
	if (r?.(a, o), Fs$1(a)) {
		if (typeof h == "function") throw new TypeError("callback not supported for sync tar functions");
		return s(a, o);
	} else if (ks(a)) {
		let l = t(a, o);
		return h ? l.then(() => h(), h) : l;
	} else if (vs(a)) {
		if (typeof h == "function") throw new TypeError("callback not supported for sync tar functions");
		return e(a, o);
	} else if (Ms(a)) {
		if (typeof h == "function") throw new TypeError("callback only supported with file option");
		return i(a, o);
	}
	throw new Error("impossible options??");
}, {
	syncFile: s,
	asyncFile: t,
	syncNoFile: e,
	asyncNoFile: i,
	validate: r
});
var sn = en.constants || { ZLIB_VERNUM: 4736 };
var M = Object.freeze(Object.assign(Object.create(null), {
	Z_NO_FLUSH: 0,
	Z_PARTIAL_FLUSH: 1,
	Z_SYNC_FLUSH: 2,
	Z_FULL_FLUSH: 3,
	Z_FINISH: 4,
	Z_BLOCK: 5,
	Z_OK: 0,
	Z_STREAM_END: 1,
	Z_NEED_DICT: 2,
	Z_ERRNO: -1,
	Z_STREAM_ERROR: -2,
	Z_DATA_ERROR: -3,
	Z_MEM_ERROR: -4,
	Z_BUF_ERROR: -5,
	Z_VERSION_ERROR: -6,
	Z_NO_COMPRESSION: 0,
	Z_BEST_SPEED: 1,
	Z_BEST_COMPRESSION: 9,
	Z_DEFAULT_COMPRESSION: -1,
	Z_FILTERED: 1,
	Z_HUFFMAN_ONLY: 2,
	Z_RLE: 3,
	Z_FIXED: 4,
	Z_DEFAULT_STRATEGY: 0,
	DEFLATE: 1,
	INFLATE: 2,
	GZIP: 3,
	GUNZIP: 4,
	DEFLATERAW: 5,
	INFLATERAW: 6,
	UNZIP: 7,
	BROTLI_DECODE: 8,
	BROTLI_ENCODE: 9,
	Z_MIN_WINDOWBITS: 8,
	Z_MAX_WINDOWBITS: 15,
	Z_DEFAULT_WINDOWBITS: 15,
	Z_MIN_CHUNK: 64,
	Z_MAX_CHUNK: 1 / 0,
	Z_DEFAULT_CHUNK: 16384,
	Z_MIN_MEMLEVEL: 1,
	Z_MAX_MEMLEVEL: 9,
	Z_DEFAULT_MEMLEVEL: 8,
	Z_MIN_LEVEL: -1,
	Z_MAX_LEVEL: 9,
	Z_DEFAULT_LEVEL: -1,
	BROTLI_OPERATION_PROCESS: 0,
	BROTLI_OPERATION_FLUSH: 1,
	BROTLI_OPERATION_FINISH: 2,
	BROTLI_OPERATION_EMIT_METADATA: 3,
	BROTLI_MODE_GENERIC: 0,
	BROTLI_MODE_TEXT: 1,
	BROTLI_MODE_FONT: 2,
	BROTLI_DEFAULT_MODE: 0,
	BROTLI_MIN_QUALITY: 0,
	BROTLI_MAX_QUALITY: 11,
	BROTLI_DEFAULT_QUALITY: 11,
	BROTLI_MIN_WINDOW_BITS: 10,
	BROTLI_MAX_WINDOW_BITS: 24,
	BROTLI_LARGE_MAX_WINDOW_BITS: 30,
	BROTLI_DEFAULT_WINDOW: 22,
	BROTLI_MIN_INPUT_BLOCK_BITS: 16,
	BROTLI_MAX_INPUT_BLOCK_BITS: 24,
	BROTLI_PARAM_MODE: 0,
	BROTLI_PARAM_QUALITY: 1,
	BROTLI_PARAM_LGWIN: 2,
	BROTLI_PARAM_LGBLOCK: 3,
	BROTLI_PARAM_DISABLE_LITERAL_CONTEXT_MODELING: 4,
	BROTLI_PARAM_SIZE_HINT: 5,
	BROTLI_PARAM_LARGE_WINDOW: 6,
	BROTLI_PARAM_NPOSTFIX: 7,
	BROTLI_PARAM_NDIRECT: 8,
	BROTLI_DECODER_RESULT_ERROR: 0,
	BROTLI_DECODER_RESULT_SUCCESS: 1,
	BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT: 2,
	BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT: 3,
	BROTLI_DECODER_PARAM_DISABLE_RING_BUFFER_REALLOCATION: 0,
	BROTLI_DECODER_PARAM_LARGE_WINDOW: 1,
	BROTLI_DECODER_NO_ERROR: 0,
	BROTLI_DECODER_SUCCESS: 1,
	BROTLI_DECODER_NEEDS_MORE_INPUT: 2,
	BROTLI_DECODER_NEEDS_MORE_OUTPUT: 3,
	BROTLI_DECODER_ERROR_FORMAT_EXUBERANT_NIBBLE: -1,
	BROTLI_DECODER_ERROR_FORMAT_RESERVED: -2,
	BROTLI_DECODER_ERROR_FORMAT_EXUBERANT_META_NIBBLE: -3,
	BROTLI_DECODER_ERROR_FORMAT_SIMPLE_HUFFMAN_ALPHABET: -4,
	BROTLI_DECODER_ERROR_FORMAT_SIMPLE_HUFFMAN_SAME: -5,
	BROTLI_DECODER_ERROR_FORMAT_CL_SPACE: -6,
	BROTLI_DECODER_ERROR_FORMAT_HUFFMAN_SPACE: -7,
	BROTLI_DECODER_ERROR_FORMAT_CONTEXT_MAP_REPEAT: -8,
	BROTLI_DECODER_ERROR_FORMAT_BLOCK_LENGTH_1: -9,
	BROTLI_DECODER_ERROR_FORMAT_BLOCK_LENGTH_2: -10,
	BROTLI_DECODER_ERROR_FORMAT_TRANSFORM: -11,
	BROTLI_DECODER_ERROR_FORMAT_DICTIONARY: -12,
	BROTLI_DECODER_ERROR_FORMAT_WINDOW_BITS: -13,
	BROTLI_DECODER_ERROR_FORMAT_PADDING_1: -14,
	BROTLI_DECODER_ERROR_FORMAT_PADDING_2: -15,
	BROTLI_DECODER_ERROR_FORMAT_DISTANCE: -16,
	BROTLI_DECODER_ERROR_DICTIONARY_NOT_SET: -19,
	BROTLI_DECODER_ERROR_INVALID_ARGUMENTS: -20,
	BROTLI_DECODER_ERROR_ALLOC_CONTEXT_MODES: -21,
	BROTLI_DECODER_ERROR_ALLOC_TREE_GROUPS: -22,
	BROTLI_DECODER_ERROR_ALLOC_CONTEXT_MAP: -25,
	BROTLI_DECODER_ERROR_ALLOC_RING_BUFFER_1: -26,
	BROTLI_DECODER_ERROR_ALLOC_RING_BUFFER_2: -27,
	BROTLI_DECODER_ERROR_ALLOC_BLOCK_TYPE_TREES: -30,
	BROTLI_DECODER_ERROR_UNREACHABLE: -31
}, sn));
var rn = Buffer$1.concat;
var zs = Object.getOwnPropertyDescriptor(Buffer$1, "concat");
var nn = (s) => s;
var Bi = zs?.writable === !0 || zs?.set !== void 0 ? (s) => {
	Buffer$1.concat = s ? nn : rn;
} : (s) => {};
var Tt = Symbol("_superWrite");
var Gt = class extends Error {
	code;
	errno;
	constructor(t, e) {
		super("zlib: " + t.message, { cause: t }), this.code = t.code, this.errno = t.errno, this.code || (this.code = "ZLIB_ERROR"), this.message = "zlib: " + t.message, Error.captureStackTrace(this, e ?? this.constructor);
	}
	get name() {
		return "ZlibError";
	}
};
var Pi = Symbol("flushFlag");
var re = class extends A {
	#t = !1;
	#i = !1;
	#s;
	#n;
	#r;
	#e;
	#o;
	get sawError() {
		return this.#t;
	}
	get handle() {
		return this.#e;
	}
	get flushFlag() {
		return this.#s;
	}
	constructor(t, e) {
		if (!t || typeof t != "object") throw new TypeError("invalid options for ZlibBase constructor");
		if (super(t), this.#s = t.flush ?? 0, this.#n = t.finishFlush ?? 0, this.#r = t.fullFlushFlag ?? 0, typeof Ps[e] != "function") throw new TypeError("Compression method not supported: " + e);
		try {
			this.#e = new Ps[e](t);
		} catch (i) {
			throw new Gt(i, this.constructor);
		}
		this.#o = (i) => {
			this.#t || (this.#t = !0, this.close(), this.emit("error", i));
		}, this.#e?.on("error", (i) => this.#o(new Gt(i))), this.once("end", () => this.close);
	}
	close() {
		this.#e && (this.#e.close(), this.#e = void 0, this.emit("close"));
	}
	reset() {
		if (!this.#t) return assert(this.#e, "zlib binding closed"), this.#e.reset?.();
	}
	flush(t) {
		this.ended || (typeof t != "number" && (t = this.#r), this.write(Object.assign(Buffer$1.alloc(0), { [Pi]: t })));
	}
	end(t, e, i) {
		return typeof t == "function" && (i = t, e = void 0, t = void 0), typeof e == "function" && (i = e, e = void 0), t && (e ? this.write(t, e) : this.write(t)), this.flush(this.#n), this.#i = !0, super.end(i);
	}
	get ended() {
		return this.#i;
	}
	[Tt](t) {
		return super.write(t);
	}
	write(t, e, i) {
		if (typeof e == "function" && (i = e, e = "utf8"), typeof t == "string" && (t = Buffer$1.from(t, e)), this.#t) return;
		assert(this.#e, "zlib binding closed");
		let r = this.#e._handle, n = r.close;
		r.close = () => {};
		let o = this.#e.close;
		this.#e.close = () => {}, Bi(!0);
		let h;
		try {
			let l = typeof t[Pi] == "number" ? t[Pi] : this.#s;
			h = this.#e._processChunk(t, l), Bi(!1);
		} catch (l) {
			Bi(!1), this.#o(new Gt(l, this.write));
		} finally {
			this.#e && (this.#e._handle = r, r.close = n, this.#e.close = o, this.#e.removeAllListeners("error"));
		}
		this.#e && this.#e.on("error", (l) => this.#o(new Gt(l, this.write)));
		let a;
		if (h) if (Array.isArray(h) && h.length > 0) {
			let l = h[0];
			a = this[Tt](Buffer$1.from(l));
			for (let c = 1; c < h.length; c++) a = this[Tt](h[c]);
		} else a = this[Tt](Buffer$1.from(h));
		return i && i(), a;
	}
};
var Pe = class extends re {
	#t;
	#i;
	constructor(t, e) {
		t = t || {}, t.flush = t.flush || M.Z_NO_FLUSH, t.finishFlush = t.finishFlush || M.Z_FINISH, t.fullFlushFlag = M.Z_FULL_FLUSH, super(t, e), this.#t = t.level, this.#i = t.strategy;
	}
	params(t, e) {
		if (!this.sawError) {
			if (!this.handle) throw new Error("cannot switch params when binding is closed");
			if (!this.handle.params) throw new Error("not supported in this implementation");
			if (this.#t !== t || this.#i !== e) {
				this.flush(M.Z_SYNC_FLUSH), assert(this.handle, "zlib binding closed");
				let i = this.handle.flush;
				this.handle.flush = (r, n) => {
					typeof r == "function" && (n = r, r = this.flushFlag), this.flush(r), n?.();
				};
				try {
					this.handle.params(t, e);
				} finally {
					this.handle.flush = i;
				}
				this.handle && (this.#t = t, this.#i = e);
			}
		}
	}
};
var ze = class extends Pe {
	#t;
	constructor(t) {
		super(t, "Gzip"), this.#t = t && !!t.portable;
	}
	[Tt](t) {
		return this.#t ? (this.#t = !1, t[9] = 255, super[Tt](t)) : super[Tt](t);
	}
};
var Ue = class extends Pe {
	constructor(t) {
		super(t, "Unzip");
	}
};
var He = class extends re {
	constructor(t, e) {
		t = t || {}, t.flush = t.flush || M.BROTLI_OPERATION_PROCESS, t.finishFlush = t.finishFlush || M.BROTLI_OPERATION_FINISH, t.fullFlushFlag = M.BROTLI_OPERATION_FLUSH, super(t, e);
	}
};
var We = class extends He {
	constructor(t) {
		super(t, "BrotliCompress");
	}
};
var Ge = class extends He {
	constructor(t) {
		super(t, "BrotliDecompress");
	}
};
var Ze = class extends re {
	constructor(t, e) {
		t = t || {}, t.flush = t.flush || M.ZSTD_e_continue, t.finishFlush = t.finishFlush || M.ZSTD_e_end, t.fullFlushFlag = M.ZSTD_e_flush, super(t, e);
	}
};
var Ye = class extends Ze {
	constructor(t) {
		super(t, "ZstdCompress");
	}
};
var Ke = class extends Ze {
	constructor(t) {
		super(t, "ZstdDecompress");
	}
};
var Us = (s, t) => {
	if (Number.isSafeInteger(s)) s < 0 ? an(s, t) : hn(s, t);
	else throw Error("cannot encode number outside of javascript safe integer range");
	return t;
};
var hn = (s, t) => {
	t[0] = 128;
	for (var e = t.length; e > 1; e--) t[e - 1] = s & 255, s = Math.floor(s / 256);
};
var an = (s, t) => {
	t[0] = 255;
	var e = !1;
	s = s * -1;
	for (var i = t.length; i > 1; i--) {
		var r = s & 255;
		s = Math.floor(s / 256), e ? t[i - 1] = Ws(r) : r === 0 ? t[i - 1] = 0 : (e = !0, t[i - 1] = Gs(r));
	}
};
var Hs = (s) => {
	let t = s[0], e = t === 128 ? cn(s.subarray(1, s.length)) : t === 255 ? ln(s) : null;
	if (e === null) throw Error("invalid base256 encoding");
	if (!Number.isSafeInteger(e)) throw Error("parsed number outside of javascript safe integer range");
	return e;
};
var ln = (s) => {
	for (var t = s.length, e = 0, i = !1, r = t - 1; r > -1; r--) {
		var n = Number(s[r]), o;
		i ? o = Ws(n) : n === 0 ? o = n : (i = !0, o = Gs(n)), o !== 0 && (e -= o * Math.pow(256, t - r - 1));
	}
	return e;
};
var cn = (s) => {
	for (var t = s.length, e = 0, i = t - 1; i > -1; i--) {
		var r = Number(s[i]);
		r !== 0 && (e += r * Math.pow(256, t - i - 1));
	}
	return e;
};
var Ws = (s) => (255 ^ s) & 255;
var Gs = (s) => (255 ^ s) + 1 & 255;
var Hi = {};
Ur(Hi, {
	code: () => Ve,
	isCode: () => ne,
	isName: () => dn,
	name: () => oe,
	normalFsTypes: () => Ui
});
var ne = (s) => oe.has(s);
var dn = (s) => Ve.has(s);
var Ui = /* @__PURE__ */ new Set([
	"0",
	"",
	"1",
	"2",
	"3",
	"4",
	"5",
	"6",
	"7",
	"D"
]);
var oe = /* @__PURE__ */ new Map([
	["0", "File"],
	["", "OldFile"],
	["1", "Link"],
	["2", "SymbolicLink"],
	["3", "CharacterDevice"],
	["4", "BlockDevice"],
	["5", "Directory"],
	["6", "FIFO"],
	["7", "ContiguousFile"],
	["g", "GlobalExtendedHeader"],
	["x", "ExtendedHeader"],
	["A", "SolarisACL"],
	["D", "GNUDumpDir"],
	["I", "Inode"],
	["K", "NextFileHasLongLinkpath"],
	["L", "NextFileHasLongPath"],
	["M", "ContinuationFile"],
	["N", "OldGnuLongPath"],
	["S", "SparseFile"],
	["V", "TapeVolumeHeader"],
	["X", "OldExtendedHeader"]
]);
var Ve = new Map(Array.from(oe).map((s) => [s[1], s[0]]));
var un = (s) => s === void 0 || s < 0 ? void 0 : s;
var F = class {
	cksumValid = !1;
	needPax = !1;
	nullBlock = !1;
	block;
	path;
	mode;
	uid;
	gid;
	size;
	cksum;
	#t = "Unsupported";
	linkpath;
	uname;
	gname;
	devmaj = 0;
	devmin = 0;
	atime;
	ctime;
	mtime;
	charset;
	comment;
	constructor(t, e = 0, i, r) {
		Buffer.isBuffer(t) ? this.decode(t, e || 0, i, r) : t && this.#i(t);
	}
	decode(t, e, i, r) {
		if (e || (e = 0), !t || !(t.length >= e + 512)) throw new Error("need 512 bytes for header");
		let n = xt(t, e + 156, 1), o = Ui.has(n), h = o ? i : void 0, a = o ? r : void 0;
		if (this.path = h?.path ?? xt(t, e, 100), this.mode = h?.mode ?? a?.mode ?? lt(t, e + 100, 8), this.uid = h?.uid ?? a?.uid ?? lt(t, e + 108, 8), this.gid = h?.gid ?? a?.gid ?? lt(t, e + 116, 8), this.size = un(h?.size ?? a?.size ?? lt(t, e + 124, 12)), this.mtime = h?.mtime ?? a?.mtime ?? Wi(t, e + 136, 12), this.cksum = lt(t, e + 148, 12), a && this.#i(a, !0), h && this.#i(h), ne(n) && (this.#t = n || "0"), this.#t === "0" && this.path.slice(-1) === "/" && (this.#t = "5"), this.#t === "5" && (this.size = 0), this.linkpath = xt(t, e + 157, 100), t.subarray(e + 257, e + 265).toString() === "ustar\x0000") if (this.uname = h?.uname ?? a?.uname ?? xt(t, e + 265, 32), this.gname = h?.gname ?? a?.gname ?? xt(t, e + 297, 32), this.devmaj = h?.devmaj ?? a?.devmaj ?? lt(t, e + 329, 8) ?? 0, this.devmin = h?.devmin ?? a?.devmin ?? lt(t, e + 337, 8) ?? 0, t[e + 475] !== 0) {
			let c = xt(t, e + 345, 155);
			this.path = c + "/" + this.path;
		} else {
			let c = xt(t, e + 345, 130);
			c && (this.path = c + "/" + this.path), this.atime = i?.atime ?? r?.atime ?? Wi(t, e + 476, 12), this.ctime = i?.ctime ?? r?.ctime ?? Wi(t, e + 488, 12);
		}
		let l = 256;
		for (let c = e; c < e + 148; c++) l += t[c];
		for (let c = e + 156; c < e + 512; c++) l += t[c];
		this.cksumValid = l === this.cksum, this.cksum === void 0 && l === 256 && (this.nullBlock = !0);
	}
	#i(t, e = !1) {
		Object.assign(this, Object.fromEntries(Object.entries(t).filter(([i, r]) => !(r == null || i === "size" && Number(r) < 0 || i === "path" && e || i === "linkpath" && e || i === "global"))));
	}
	encode(t, e = 0) {
		if (t || (t = this.block = Buffer.alloc(512)), this.#t === "Unsupported" && (this.#t = "0"), !(t.length >= e + 512)) throw new Error("need 512 bytes for header");
		let i = this.ctime || this.atime ? 130 : 155, r = mn(this.path || "", i), n = r[0], o = r[1];
		this.needPax = !!r[2], this.needPax = Lt(t, e, 100, n) || this.needPax, this.needPax = ct(t, e + 100, 8, this.mode) || this.needPax, this.needPax = ct(t, e + 108, 8, this.uid) || this.needPax, this.needPax = ct(t, e + 116, 8, this.gid) || this.needPax, this.needPax = ct(t, e + 124, 12, this.size) || this.needPax, this.needPax = Gi(t, e + 136, 12, this.mtime) || this.needPax, t[e + 156] = Number(this.#t.codePointAt(0)), this.needPax = Lt(t, e + 157, 100, this.linkpath) || this.needPax, t.write("ustar\x0000", e + 257, 8), this.needPax = Lt(t, e + 265, 32, this.uname) || this.needPax, this.needPax = Lt(t, e + 297, 32, this.gname) || this.needPax, this.needPax = ct(t, e + 329, 8, this.devmaj) || this.needPax, this.needPax = ct(t, e + 337, 8, this.devmin) || this.needPax, this.needPax = Lt(t, e + 345, i, o) || this.needPax, t[e + 475] !== 0 ? this.needPax = Lt(t, e + 345, 155, o) || this.needPax : (this.needPax = Lt(t, e + 345, 130, o) || this.needPax, this.needPax = Gi(t, e + 476, 12, this.atime) || this.needPax, this.needPax = Gi(t, e + 488, 12, this.ctime) || this.needPax);
		let h = 256;
		for (let a = e; a < e + 148; a++) h += t[a];
		for (let a = e + 156; a < e + 512; a++) h += t[a];
		return this.cksum = h, ct(t, e + 148, 8, this.cksum), this.cksumValid = !0, this.needPax;
	}
	get type() {
		return this.#t === "Unsupported" ? this.#t : oe.get(this.#t);
	}
	get typeKey() {
		return this.#t;
	}
	set type(t) {
		let e = String(Ve.get(t));
		if (ne(e) || e === "Unsupported") this.#t = e;
		else if (ne(t)) this.#t = t;
		else throw new TypeError("invalid entry type: " + t);
	}
};
var mn = (s, t) => {
	let i = s, r = "", n, o = posix.parse(s).root || ".";
	if (Buffer.byteLength(i) < 100) n = [
		i,
		r,
		!1
	];
	else {
		r = posix.dirname(i), i = posix.basename(i);
		do
			Buffer.byteLength(i) <= 100 && Buffer.byteLength(r) <= t ? n = [
				i,
				r,
				!1
			] : Buffer.byteLength(i) > 100 && Buffer.byteLength(r) <= t ? n = [
				i.slice(0, 99),
				r,
				!0
			] : (i = posix.join(posix.basename(r), i), r = posix.dirname(r));
		while (r !== o && n === void 0);
		n || (n = [
			s.slice(0, 99),
			"",
			!0
		]);
	}
	return n;
};
var xt = (s, t, e) => s.subarray(t, t + e).toString("utf8").replace(/\0.*/, "");
var Wi = (s, t, e) => pn(lt(s, t, e));
var pn = (s) => s === void 0 ? void 0 : /* @__PURE__ */ new Date(s * 1e3);
var lt = (s, t, e) => Number(s[t]) & 128 ? Hs(s.subarray(t, t + e)) : wn(s, t, e);
var En = (s) => isNaN(s) ? void 0 : s;
var wn = (s, t, e) => En(parseInt(s.subarray(t, t + e).toString("utf8").replace(/\0.*$/, "").trim(), 8));
var Sn = {
	12: 8589934591,
	8: 2097151
};
var ct = (s, t, e, i) => i === void 0 ? !1 : i > Sn[e] || i < 0 ? (Us(i, s.subarray(t, t + e)), !0) : (yn(s, t, e, i), !1);
var yn = (s, t, e, i) => s.write(Rn(i, e), t, e, "ascii");
var Rn = (s, t) => gn(Math.floor(s).toString(8), t);
var gn = (s, t) => (s.length === t - 1 ? s : new Array(t - s.length - 1).join("0") + s + " ") + "\0";
var Gi = (s, t, e, i) => i === void 0 ? !1 : ct(s, t, e, i.getTime() / 1e3);
var bn = new Array(156).join("\0");
var Lt = (s, t, e, i) => i === void 0 ? !1 : (s.write(i + bn, t, e, "utf8"), i.length !== Buffer.byteLength(i) || i.length > e);
var ft = class s {
	atime;
	mtime;
	ctime;
	charset;
	comment;
	gid;
	uid;
	gname;
	uname;
	linkpath;
	dev;
	ino;
	nlink;
	path;
	size;
	mode;
	global;
	constructor(t, e = !1) {
		this.atime = t.atime, this.charset = t.charset, this.comment = t.comment, this.ctime = t.ctime, this.dev = t.dev, this.gid = t.gid, this.global = e, this.gname = t.gname, this.ino = t.ino, this.linkpath = t.linkpath, this.mtime = t.mtime, this.nlink = t.nlink, this.path = t.path, this.size = t.size, this.uid = t.uid, this.uname = t.uname;
	}
	encode() {
		let t = this.encodeBody();
		if (t === "") return Buffer.allocUnsafe(0);
		let e = Buffer.byteLength(t), i = 512 * Math.ceil(1 + e / 512), r = Buffer.allocUnsafe(i);
		for (let n = 0; n < 512; n++) r[n] = 0;
		new F({
			path: ("PaxHeader/" + basename(this.path ?? "")).slice(0, 99),
			mode: this.mode || 420,
			uid: this.uid,
			gid: this.gid,
			size: e,
			mtime: this.mtime,
			type: this.global ? "GlobalExtendedHeader" : "ExtendedHeader",
			linkpath: "",
			uname: this.uname || "",
			gname: this.gname || "",
			devmaj: 0,
			devmin: 0,
			atime: this.atime,
			ctime: this.ctime
		}).encode(r), r.write(t, 512, e, "utf8");
		for (let n = e + 512; n < r.length; n++) r[n] = 0;
		return r;
	}
	encodeBody() {
		return this.encodeField("path") + this.encodeField("ctime") + this.encodeField("atime") + this.encodeField("dev") + this.encodeField("ino") + this.encodeField("nlink") + this.encodeField("charset") + this.encodeField("comment") + this.encodeField("gid") + this.encodeField("gname") + this.encodeField("linkpath") + this.encodeField("mtime") + this.encodeField("size") + this.encodeField("uid") + this.encodeField("uname");
	}
	encodeField(t) {
		if (this[t] === void 0) return "";
		let e = this[t], i = e instanceof Date ? e.getTime() / 1e3 : e, r = " " + (t === "dev" || t === "ino" || t === "nlink" ? "SCHILY." : "") + t + "=" + i + `
`, n = Buffer.byteLength(r), o = Math.floor(Math.log(n) / Math.log(10)) + 1;
		return n + o >= Math.pow(10, o) && (o += 1), o + n + r;
	}
	static parse(t, e, i = !1) {
		return new s(On(Tn(t), e), i);
	}
};
var On = (s, t) => t ? Object.assign({}, t, s) : s;
var Tn = (s) => s.replace(/\n$/, "").split(`
`).reduce(xn, Object.create(null));
var xn = (s, t) => {
	let e = parseInt(t, 10);
	if (e !== Buffer.byteLength(t) + 1) return s;
	t = t.slice((e + " ").length);
	let i = t.split("="), r = i.shift();
	if (!r) return s;
	let n = r.replace(/^SCHILY\.(dev|ino|nlink)/, "$1"), o = i.join("=").replace(/\0.*/, "");
	switch (n) {
		case "path":
		case "linkpath":
		case "type":
		case "charset":
		case "comment":
		case "gname":
		case "uname":
			s[n] = o;
			break;
		case "ctime":
		case "atime":
		case "mtime":
			s[n] = /* @__PURE__ */ new Date(Number(o) * 1e3);
			break;
		case "size":
			let h = +o;
			h >= 0 && (s[n] = h);
			break;
		case "gid":
		case "uid":
		case "dev":
		case "ino":
		case "nlink":
		case "mode": s[n] = +o;
	}
	return s;
};
var f = (process.env.TESTING_TAR_FAKE_PLATFORM || process.platform) !== "win32" ? (s) => String(s) : (s) => String(s).replaceAll(/\\/g, "/");
var $e = class extends A {
	extended;
	globalExtended;
	header;
	startBlockSize;
	blockRemain;
	remain;
	type;
	meta = !1;
	ignore = !1;
	path;
	mode;
	uid;
	gid;
	uname;
	gname;
	size = 0;
	mtime;
	atime;
	ctime;
	linkpath;
	dev;
	ino;
	nlink;
	invalid = !1;
	absolute;
	unsupported = !1;
	constructor(t, e, i) {
		switch (super({}), this.pause(), this.extended = e, this.globalExtended = i, this.header = t, this.remain = t.size ?? 0, this.startBlockSize = 512 * Math.ceil(this.remain / 512), this.blockRemain = this.startBlockSize, this.type = t.type, this.type) {
			case "File":
			case "OldFile":
			case "Link":
			case "SymbolicLink":
			case "CharacterDevice":
			case "BlockDevice":
			case "Directory":
			case "FIFO":
			case "ContiguousFile":
			case "GNUDumpDir": break;
			case "NextFileHasLongLinkpath":
			case "NextFileHasLongPath":
			case "OldGnuLongPath":
			case "GlobalExtendedHeader":
			case "ExtendedHeader":
			case "OldExtendedHeader":
				this.meta = !0;
				break;
			default: this.ignore = !0;
		}
		if (!t.path) throw new Error("no path provided for tar.ReadEntry");
		this.path = f(t.path), this.mode = t.mode, this.mode && (this.mode = this.mode & 4095), this.uid = t.uid, this.gid = t.gid, this.uname = t.uname, this.gname = t.gname, this.size = this.remain, this.mtime = t.mtime, this.atime = t.atime, this.ctime = t.ctime, this.linkpath = t.linkpath ? f(t.linkpath) : void 0, this.uname = t.uname, this.gname = t.gname, e && this.#t(e), i && this.#t(i, !0);
	}
	write(t) {
		let e = t.length;
		if (e > this.blockRemain) throw new Error("writing more to entry than is appropriate");
		let i = this.remain, r = this.blockRemain;
		return this.remain = Math.max(0, i - e), this.blockRemain = Math.max(0, r - e), this.ignore ? !0 : i >= e ? super.write(t) : super.write(t.subarray(0, i));
	}
	#t(t, e = !1) {
		t.path && (t.path = f(t.path)), t.linkpath && (t.linkpath = f(t.linkpath)), Object.assign(this, Object.fromEntries(Object.entries(t).filter(([i, r]) => !(r == null || i === "path" && e))));
	}
};
var Dt = (s, t, e, i = {}) => {
	s.file && (i.file = s.file), s.cwd && (i.cwd = s.cwd), i.code = e instanceof Error && e.code || t, i.tarCode = t, !s.strict && i.recoverable !== !1 ? (e instanceof Error && (i = Object.assign(e, i), e = e.message), s.emit("warn", t, e, i)) : e instanceof Error ? s.emit("error", Object.assign(e, i)) : s.emit("error", Object.assign(/* @__PURE__ */ new Error(`${t}: ${e}`), i));
};
var Nn = 1048576;
var Xi = Buffer.from([31, 139]);
var qi = Buffer.from([
	40,
	181,
	47,
	253
]);
var An = Math.max(Xi.length, qi.length);
var B = Symbol("state");
var Nt = Symbol("writeEntry");
var it = Symbol("readEntry");
var Zi = Symbol("nextEntry");
var Zs = Symbol("processEntry");
var V = Symbol("extendedHeader");
var he = Symbol("globalExtendedHeader");
var dt = Symbol("meta");
var Ys = Symbol("emitMeta");
var p = Symbol("buffer");
var st = Symbol("queue");
var ut = Symbol("ended");
var Yi = Symbol("emittedEnd");
var At = Symbol("emit");
var w = Symbol("unzip");
var Xe = Symbol("consumeChunk");
var qe = Symbol("consumeChunkSub");
var Ki = Symbol("consumeBody");
var Ks = Symbol("consumeMeta");
var Vs = Symbol("consumeHeader");
var ae = Symbol("consuming");
var Vi = Symbol("bufferConcat");
var Qe = Symbol("maybeEnd");
var Yt = Symbol("writing");
var $ = Symbol("aborted");
var Je = Symbol("onDone");
var It = Symbol("sawValidEntry");
var je = Symbol("sawNullBlock");
var ti = Symbol("sawEOF");
var $s = Symbol("closeStream");
var In = 1e3;
var le = Symbol("compressedBytesRead");
var $i = Symbol("decompressedBytesRead");
var Xs = Symbol("checkDecompressionRatio");
var Cn = () => !0;
var rt = class extends EventEmitter$1 {
	file;
	strict;
	maxMetaEntrySize;
	filter;
	brotli;
	zstd;
	maxDecompressionRatio;
	writable = !0;
	readable = !1;
	[st] = [];
	[p];
	[it];
	[Nt];
	[B] = "begin";
	[dt] = "";
	[V];
	[he];
	[ut] = !1;
	[w];
	[$] = !1;
	[It];
	[je] = !1;
	[ti] = !1;
	[Yt] = !1;
	[ae] = !1;
	[Yi] = !1;
	[le] = 0;
	[$i] = 0;
	constructor(t = {}) {
		super(), this.file = t.file || "", this.on(Je, () => {
			(this[B] === "begin" || this[It] === !1) && this.warn("TAR_BAD_ARCHIVE", "Unrecognized archive format");
		}), t.ondone ? this.on(Je, t.ondone) : this.on(Je, () => {
			this.emit("prefinish"), this.emit("finish"), this.emit("end");
		}), this.strict = !!t.strict, this.maxDecompressionRatio = typeof t.maxDecompressionRatio == "number" ? t.maxDecompressionRatio : In, this.maxMetaEntrySize = t.maxMetaEntrySize || Nn, this.filter = typeof t.filter == "function" ? t.filter : Cn;
		let e = t.file && (t.file.endsWith(".tar.br") || t.file.endsWith(".tbr"));
		this.brotli = !(t.gzip || t.zstd) && t.brotli !== void 0 ? t.brotli : e ? void 0 : !1;
		let i = t.file && (t.file.endsWith(".tar.zst") || t.file.endsWith(".tzst"));
		this.zstd = !(t.gzip || t.brotli) && t.zstd !== void 0 ? t.zstd : i ? !0 : void 0, this.on("end", () => this[$s]()), typeof t.onwarn == "function" && this.on("warn", t.onwarn), typeof t.onReadEntry == "function" && this.on("entry", t.onReadEntry);
	}
	warn(t, e, i = {}) {
		Dt(this, t, e, i);
	}
	[Vs](t, e) {
		this[It] === void 0 && (this[It] = !1);
		let i;
		try {
			i = new F(t, e, this[V], this[he]);
		} catch (r) {
			return this.warn("TAR_ENTRY_INVALID", r);
		}
		if (i.nullBlock) this[je] ? (this[ti] = !0, this[B] === "begin" && (this[B] = "header"), this[At]("eof")) : (this[je] = !0, this[At]("nullBlock"));
		else if (this[je] = !1, !i.cksumValid) this.warn("TAR_ENTRY_INVALID", "checksum failure", { header: i });
		else if (!i.path) this.warn("TAR_ENTRY_INVALID", "path is required", { header: i });
		else {
			let r = i.type;
			if (/^(Symbolic)?Link$/.test(r) && !i.linkpath) this.warn("TAR_ENTRY_INVALID", "linkpath required", { header: i });
			else if (!/^(Symbolic)?Link$/.test(r) && !/^(Global)?ExtendedHeader$/.test(r) && i.linkpath) this.warn("TAR_ENTRY_INVALID", "linkpath forbidden", { header: i });
			else {
				let n = this[Nt] = new $e(i, this[V], this[he]);
				if (!this[It]) if (n.remain) {
					let o = () => {
						n.invalid || (this[It] = !0);
					};
					n.on("end", o);
				} else this[It] = !0;
				n.meta ? n.size > this.maxMetaEntrySize ? (n.ignore = !0, this[At]("ignoredEntry", n), this[B] = "ignore", n.resume()) : n.size > 0 && (this[dt] = "", n.on("data", (o) => this[dt] += o), this[B] = "meta") : (this[V] = void 0, n.ignore = n.ignore || !this.filter(n.path, n), n.ignore ? (this[At]("ignoredEntry", n), this[B] = n.remain ? "ignore" : "header", n.resume()) : (n.remain ? this[B] = "body" : (this[B] = "header", n.end()), this[it] ? this[st].push(n) : (this[st].push(n), this[Zi]())));
			}
		}
	}
	[$s]() {
		queueMicrotask(() => this.emit("close"));
	}
	[Zs](t) {
		let e = !0;
		if (!t) this[it] = void 0, e = !1;
		else if (Array.isArray(t)) {
			let [i, ...r] = t;
			this.emit(i, ...r);
		} else this[it] = t, this.emit("entry", t), t.emittedEnd || (t.on("end", () => this[Zi]()), e = !1);
		return e;
	}
	[Zi]() {
		do;
		while (this[Zs](this[st].shift()));
		if (this[st].length === 0) {
			let t = this[it];
			!t || t.flowing || t.size === t.remain ? this[Yt] || this.emit("drain") : t.once("drain", () => this.emit("drain"));
		}
	}
	[Ki](t, e) {
		let i = this[Nt];
		if (!i) throw new Error("attempt to consume body without entry??");
		let r = i.blockRemain ?? 0, n = r >= t.length && e === 0 ? t : t.subarray(e, e + r);
		return i.write(n), i.blockRemain || (this[B] = "header", this[Nt] = void 0, i.end()), n.length;
	}
	[Ks](t, e) {
		let i = this[Nt], r = this[Ki](t, e);
		return !this[Nt] && i && this[Ys](i), r;
	}
	[At](t, e, i) {
		this[st].length === 0 && !this[it] ? this.emit(t, e, i) : this[st].push([
			t,
			e,
			i
		]);
	}
	[Ys](t) {
		switch (this[At]("meta", this[dt]), t.type) {
			case "ExtendedHeader":
			case "OldExtendedHeader":
				this[V] = ft.parse(this[dt], this[V], !1);
				break;
			case "GlobalExtendedHeader":
				this[he] = ft.parse(this[dt], this[he], !0);
				break;
			case "NextFileHasLongPath":
			case "OldGnuLongPath": {
				let e = this[V] ?? Object.create(null);
				this[V] = e, e.path = this[dt].replace(/\0.*/, "");
				break;
			}
			case "NextFileHasLongLinkpath": {
				let e = this[V] || Object.create(null);
				this[V] = e, e.linkpath = this[dt].replace(/\0.*/, "");
				break;
			}
			default: throw new Error("unknown meta: " + t.type);
		}
	}
	abort(t) {
		if (!this[$]) {
			if (this[w]) {
				let e = this[w];
				e.write = () => !0, e.end = () => e, e.emit = () => !1, e.destroy?.();
			}
			this[$] = !0, this.emit("abort", t), this.warn("TAR_ABORT", t, { recoverable: !1 });
		}
	}
	[Xs](t) {
		this[$i] += t.length;
		let e = this[$i] / this[le];
		return e > this.maxDecompressionRatio ? (this.abort(/* @__PURE__ */ new Error(`max decompression ratio exceeded: ${e.toFixed(2)} > ${this.maxDecompressionRatio}`)), !1) : !0;
	}
	write(t, e, i) {
		if (typeof e == "function" && (i = e, e = void 0), typeof t == "string" && (t = Buffer.from(t, typeof e == "string" ? e : "utf8")), this[$]) return i?.(), !1;
		if ((this[w] === void 0 || this.brotli === void 0 && this[w] === !1) && t) {
			if (this[p] && (t = Buffer.concat([this[p], t]), this[p] = void 0), t.length < An) return this[p] = t, i?.(), !0;
			for (let a = 0; this[w] === void 0 && a < Xi.length; a++) t[a] !== Xi[a] && (this[w] = !1);
			let o = !1;
			if (this[w] === !1 && this.zstd !== !1) {
				o = !0;
				for (let a = 0; a < qi.length; a++) if (t[a] !== qi[a]) {
					o = !1;
					break;
				}
			}
			let h = this.brotli === void 0 && !o;
			if (this[w] === !1 && h) if (t.length < 512) if (this[ut]) this.brotli = !0;
			else return this[p] = t, i?.(), !0;
			else try {
				new F(t.subarray(0, 512)), this.brotli = !1;
			} catch {
				this.brotli = !0;
			}
			if (this[w] === void 0 || this[w] === !1 && (this.brotli || o)) {
				let a = this[ut];
				this[ut] = !1, this[w] = this[w] === void 0 ? new Ue({}) : o ? new Ke({}) : new Ge({}), this[w].on("data", (c) => {
					this[Xs](c) && this[Xe](c);
				}), this[w].on("error", (c) => {
					this[$] || this.abort(c);
				}), this[w].on("end", () => {
					this[ut] = !0, this[Xe]();
				}), this[Yt] = !0, this[le] += t.length;
				let l = !!this[w][a ? "end" : "write"](t);
				return this[Yt] = !1, i?.(), l;
			}
		}
		this[Yt] = !0, this[w] ? (this[le] += t.length, this[w].write(t)) : this[Xe](t), this[Yt] = !1;
		let n = this[st].length > 0 ? !1 : this[it] ? this[it].flowing : !0;
		return !n && this[st].length === 0 && this[it]?.once("drain", () => this.emit("drain")), i?.(), n;
	}
	[Vi](t) {
		t && !this[$] && (this[p] = this[p] ? Buffer.concat([this[p], t]) : t);
	}
	[Qe]() {
		if (this[ut] && !this[Yi] && !this[$] && !this[ae]) {
			this[Yi] = !0;
			let t = this[Nt];
			if (t?.blockRemain) {
				let e = this[p] ? this[p].length : 0;
				this.warn("TAR_BAD_ARCHIVE", `Truncated input (needed ${t.blockRemain} more bytes, only ${e} available)`, { entry: t }), this[p] && t.write(this[p]), t.end();
			}
			this[At](Je);
		}
	}
	[Xe](t) {
		if (this[ae] && t) this[Vi](t);
		else if (!t && !this[p]) this[Qe]();
		else if (t) {
			if (this[ae] = !0, this[p]) {
				this[Vi](t);
				let e = this[p];
				this[p] = void 0, this[qe](e);
			} else this[qe](t);
			for (; this[p] && this[p]?.length >= 512 && !this[$] && !this[ti];) {
				let e = this[p];
				this[p] = void 0, this[qe](e);
			}
			this[ae] = !1;
		}
		(!this[p] || this[ut]) && this[Qe]();
	}
	[qe](t) {
		let e = 0, i = t.length;
		for (; e + 512 <= i && !this[$] && !this[ti];) switch (this[B]) {
			case "begin":
			case "header":
				this[Vs](t, e), e += 512;
				break;
			case "ignore":
			case "body":
				e += this[Ki](t, e);
				break;
			case "meta":
				e += this[Ks](t, e);
				break;
			default: throw new Error("invalid state: " + this[B]);
		}
		e < i && (this[p] = this[p] ? Buffer.concat([t.subarray(e), this[p]]) : t.subarray(e));
	}
	end(t, e, i) {
		return typeof t == "function" && (i = t, e = void 0, t = void 0), typeof e == "function" && (i = e, e = void 0), typeof t == "string" && (t = Buffer.from(t, e)), i && this.once("finish", i), this[$] || (this[w] ? (t && (this[le] += t.length, this[w].write(t)), this[w].end()) : (this[ut] = !0, (this.brotli === void 0 || this.zstd === void 0) && (t = t || Buffer.alloc(0)), t && this.write(t), this[Qe]())), this;
	}
};
var mt = (s) => {
	let t = s.length - 1, e = -1;
	for (; t > -1 && s.charAt(t) === "/";) e = t, t--;
	return e === -1 ? s : s.slice(0, e);
};
var vn = (s) => {
	let t = s.onReadEntry;
	s.onReadEntry = t ? (e) => {
		t(e), e.resume();
	} : (e) => e.resume();
};
var Qi = (s, t) => {
	let e = new Map(t.map((o) => [mt(o), !0])), i = s.filter, r = 100, n = (o, h = "", a = 0) => {
		if (a >= r) return e.set(o, !1), !1;
		let l = h || parse(o).root || ".", c;
		if (o === l) c = !1;
		else {
			let d = e.get(o);
			c = d !== void 0 ? d : n(dirname$1(o), l, a + 1);
		}
		return e.set(o, c), c;
	};
	s.filter = i ? (o, h) => i(o, h) && n(mt(o)) : (o) => n(mt(o));
};
var Mn = (s) => {
	let t = new rt(s), e = s.file, i;
	try {
		i = fs.openSync(e, "r");
		let r = fs.fstatSync(i), n = s.maxReadSize || 16777216;
		if (r.size < n) {
			let o = Buffer.allocUnsafe(r.size), h = fs.readSync(i, o, 0, r.size, 0);
			t.end(h === o.byteLength ? o : o.subarray(0, h));
		} else {
			let o = 0, h = Buffer.allocUnsafe(n);
			for (; o < r.size;) {
				let a = fs.readSync(i, h, 0, n, o);
				if (a === 0) break;
				o += a, t.write(h.subarray(0, a));
			}
			t.end();
		}
	} finally {
		if (typeof i == "number") try {
			fs.closeSync(i);
		} catch {}
	}
};
var Bn = (s, t) => {
	let e = new rt(s), i = s.maxReadSize || 16777216, r = s.file;
	return new Promise((o, h) => {
		e.on("error", h), e.on("end", o), fs.stat(r, (a, l) => {
			if (a) h(a);
			else {
				let c = new _t(r, {
					readSize: i,
					size: l.size
				});
				c.on("error", h), c.pipe(e);
			}
		});
	});
};
var Ct = K(Mn, Bn, (s) => new rt(s), (s) => new rt(s), (s, t) => {
	t?.length && Qi(s, t), s.noResume || vn(s);
});
var Ji = (s, t, e) => (s &= 4095, e && (s = (s | 384) & -19), t && (s & 256 && (s |= 64), s & 32 && (s |= 8), s & 4 && (s |= 1)), s);
var { isAbsolute: zn, parse: qs } = win32, ce = (s) => {
	let t = "", e = qs(s);
	for (; zn(s) || e.root;) {
		let i = s.charAt(0) === "/" && s.slice(0, 4) !== "//?/" ? "/" : e.root;
		s = s.slice(i.length), t += i, e = qs(s);
	}
	return [t, s];
};
var ei = [
	"|",
	"<",
	">",
	"?",
	":"
];
var ji = ei.map((s) => String.fromCodePoint(61440 + Number(s.codePointAt(0))));
var Un = new Map(ei.map((s, t) => [s, ji[t]]));
var Hn = new Map(ji.map((s, t) => [s, ei[t]]));
var ts = (s) => ei.reduce((t, e) => t.split(e).join(Un.get(e)), s);
var Qs = (s) => ji.reduce((t, e) => t.split(e).join(Hn.get(e)), s);
var rr = (s, t) => t ? (s = f(s).replace(/^\.(\/|$)/, ""), mt(t) + "/" + s) : f(s);
var Wn = 16777216;
var tr = Symbol("process");
var er = Symbol("file");
var ir = Symbol("directory");
var is = Symbol("symlink");
var sr = Symbol("hardlink");
var fe = Symbol("header");
var ii = Symbol("read");
var ss = Symbol("lstat");
var si = Symbol("onlstat");
var rs = Symbol("onread");
var ns = Symbol("onreadlink");
var os = Symbol("openfile");
var hs = Symbol("onopenfile");
var pt = Symbol("close");
var ri = Symbol("mode");
var as = Symbol("awaitDrain");
var es = Symbol("ondrain");
var q = Symbol("prefix");
var de = class extends A {
	path;
	portable;
	myuid = process.getuid && process.getuid() || 0;
	myuser = process.env.USER || "";
	maxReadSize;
	linkCache;
	statCache;
	preservePaths;
	cwd;
	strict;
	mtime;
	noPax;
	noMtime;
	prefix;
	fd;
	blockLen = 0;
	blockRemain = 0;
	buf;
	pos = 0;
	remain = 0;
	length = 0;
	offset = 0;
	win32;
	absolute;
	header;
	type;
	linkpath;
	stat;
	onWriteEntry;
	#t = !1;
	constructor(t, e = {}) {
		let i = se(e);
		super(), this.path = f(t), this.portable = !!i.portable, this.maxReadSize = i.maxReadSize || Wn, this.linkCache = i.linkCache || /* @__PURE__ */ new Map(), this.statCache = i.statCache || /* @__PURE__ */ new Map(), this.preservePaths = !!i.preservePaths, this.cwd = f(i.cwd || process.cwd()), this.strict = !!i.strict, this.noPax = !!i.noPax, this.noMtime = !!i.noMtime, this.mtime = i.mtime, this.prefix = i.prefix ? f(i.prefix) : void 0, this.onWriteEntry = i.onWriteEntry, typeof i.onwarn == "function" && this.on("warn", i.onwarn);
		let r = !1;
		if (!this.preservePaths) {
			let [o, h] = ce(this.path);
			o && typeof h == "string" && (this.path = h, r = o);
		}
		this.win32 = !!i.win32 || process.platform === "win32", this.win32 && (this.path = Qs(this.path.replaceAll(/\\/g, "/")), t = t.replaceAll(/\\/g, "/")), this.absolute = f(i.absolute || ar.resolve(this.cwd, t)), this.path === "" && (this.path = "./"), r && this.warn("TAR_ENTRY_INFO", `stripping ${r} from absolute path`, {
			entry: this,
			path: r + this.path
		});
		let n = this.statCache.get(this.absolute);
		n ? this[si](n) : this[ss]();
	}
	warn(t, e, i = {}) {
		return Dt(this, t, e, i);
	}
	emit(t, ...e) {
		return t === "error" && (this.#t = !0), super.emit(t, ...e);
	}
	[ss]() {
		I.lstat(this.absolute, (t, e) => {
			if (t) return this.emit("error", t);
			this[si](e);
		});
	}
	[si](t) {
		this.statCache.set(this.absolute, t), this.stat = t, t.isFile() || (t.size = 0), this.type = Gn(t), this.emit("stat", t), this[tr]();
	}
	[tr]() {
		switch (this.type) {
			case "File": return this[er]();
			case "Directory": return this[ir]();
			case "SymbolicLink": return this[is]();
			default: return this.end();
		}
	}
	[ri](t) {
		return Ji(t, this.type === "Directory", this.portable);
	}
	[q](t) {
		return rr(t, this.prefix);
	}
	[fe]() {
		if (!this.stat) throw new Error("cannot write header before stat");
		this.type === "Directory" && this.portable && (this.noMtime = !0), this.onWriteEntry?.(this), this.header = new F({
			path: this[q](this.path),
			linkpath: this.type === "Link" && this.linkpath !== void 0 ? this[q](this.linkpath) : this.linkpath,
			mode: this[ri](this.stat.mode),
			uid: this.portable ? void 0 : this.stat.uid,
			gid: this.portable ? void 0 : this.stat.gid,
			size: this.stat.size,
			mtime: this.noMtime ? void 0 : this.mtime || this.stat.mtime,
			type: this.type === "Unsupported" ? void 0 : this.type,
			uname: this.portable ? void 0 : this.stat.uid === this.myuid ? this.myuser : "",
			atime: this.portable ? void 0 : this.stat.atime,
			ctime: this.portable ? void 0 : this.stat.ctime
		}), this.header.encode() && !this.noPax && super.write(new ft({
			atime: this.portable ? void 0 : this.header.atime,
			ctime: this.portable ? void 0 : this.header.ctime,
			gid: this.portable ? void 0 : this.header.gid,
			mtime: this.noMtime ? void 0 : this.mtime || this.header.mtime,
			path: this[q](this.path),
			linkpath: this.type === "Link" && this.linkpath !== void 0 ? this[q](this.linkpath) : this.linkpath,
			size: this.header.size,
			uid: this.portable ? void 0 : this.header.uid,
			uname: this.portable ? void 0 : this.header.uname,
			dev: this.portable ? void 0 : this.stat.dev,
			ino: this.portable ? void 0 : this.stat.ino,
			nlink: this.portable ? void 0 : this.stat.nlink
		}).encode());
		let t = this.header?.block;
		if (!t) throw new Error("failed to encode header");
		super.write(t);
	}
	[ir]() {
		if (!this.stat) throw new Error("cannot create directory entry without stat");
		this.path.slice(-1) !== "/" && (this.path += "/"), this.stat.size = 0, this[fe](), this.end();
	}
	[is]() {
		I.readlink(this.absolute, (t, e) => {
			if (t) return this.emit("error", t);
			this[ns](e);
		});
	}
	[ns](t) {
		this.linkpath = f(t), this[fe](), this.end();
	}
	[sr](t) {
		if (!this.stat) throw new Error("cannot create link entry without stat");
		this.type = "Link", this.linkpath = f(ar.relative(this.cwd, t)), this.stat.size = 0, this[fe](), this.end();
	}
	[er]() {
		if (!this.stat) throw new Error("cannot create file entry without stat");
		if (this.stat.nlink > 1) {
			let t = `${this.stat.dev}:${this.stat.ino}`, e = this.linkCache.get(t);
			if (e?.indexOf(this.cwd) === 0) return this[sr](e);
			this.linkCache.set(t, this.absolute);
		}
		if (this[fe](), this.stat.size === 0) return this.end();
		this[os]();
	}
	[os]() {
		I.open(this.absolute, "r", (t, e) => {
			if (t) return this.emit("error", t);
			this[hs](e);
		});
	}
	[hs](t) {
		if (this.fd = t, this.#t) return this[pt]();
		if (!this.stat) throw new Error("should stat before calling onopenfile");
		this.blockLen = 512 * Math.ceil(this.stat.size / 512), this.blockRemain = this.blockLen;
		let e = Math.min(this.blockLen, this.maxReadSize);
		this.buf = Buffer.allocUnsafe(e), this.offset = 0, this.pos = 0, this.remain = this.stat.size, this.length = this.buf.length, this[ii]();
	}
	[ii]() {
		let { fd: t, buf: e, offset: i, length: r, pos: n } = this;
		if (t === void 0 || e === void 0) throw new Error("cannot read file without first opening");
		I.read(t, e, i, r, n, (o, h) => {
			if (o) return this[pt](() => this.emit("error", o));
			this[rs](h);
		});
	}
	[pt](t = () => {}) {
		this.fd !== void 0 && I.close(this.fd, t);
	}
	[rs](t) {
		if (t <= 0 && this.remain > 0) {
			let r = Object.assign(/* @__PURE__ */ new Error("encountered unexpected EOF"), {
				path: this.absolute,
				syscall: "read",
				code: "EOF"
			});
			return this[pt](() => this.emit("error", r));
		}
		if (t > this.remain) {
			let r = Object.assign(/* @__PURE__ */ new Error("did not encounter expected EOF"), {
				path: this.absolute,
				syscall: "read",
				code: "EOF"
			});
			return this[pt](() => this.emit("error", r));
		}
		if (!this.buf) throw new Error("should have created buffer prior to reading");
		if (t === this.remain) for (let r = t; r < this.length && t < this.blockRemain; r++) this.buf[r + this.offset] = 0, t++, this.remain++;
		let e = this.offset === 0 && t === this.buf.length ? this.buf : this.buf.subarray(this.offset, this.offset + t);
		this.write(e) ? this[es]() : this[as](() => this[es]());
	}
	[as](t) {
		this.once("drain", t);
	}
	write(t, e, i) {
		if (typeof e == "function" && (i = e, e = void 0), typeof t == "string" && (t = Buffer.from(t, typeof e == "string" ? e : "utf8")), this.blockRemain < t.length) {
			let r = Object.assign(/* @__PURE__ */ new Error("writing more data than expected"), { path: this.absolute });
			return this.emit("error", r);
		}
		return this.remain -= t.length, this.blockRemain -= t.length, this.pos += t.length, this.offset += t.length, super.write(t, null, i);
	}
	[es]() {
		if (!this.remain) return this.blockRemain && super.write(Buffer.alloc(this.blockRemain)), this[pt]((t) => t ? this.emit("error", t) : this.end());
		if (!this.buf) throw new Error("buffer lost somehow in ONDRAIN");
		this.offset >= this.length && (this.buf = Buffer.allocUnsafe(Math.min(this.blockRemain, this.buf.length)), this.offset = 0), this.length = this.buf.length - this.offset, this[ii]();
	}
};
var ni = class extends de {
	sync = !0;
	[ss]() {
		this[si](I.lstatSync(this.absolute));
	}
	[is]() {
		this[ns](I.readlinkSync(this.absolute));
	}
	[os]() {
		this[hs](I.openSync(this.absolute, "r"));
	}
	[ii]() {
		let t = !0;
		try {
			let { fd: e, buf: i, offset: r, length: n, pos: o } = this;
			if (e === void 0 || i === void 0) throw new Error("fd and buf must be set in READ method");
			let h = I.readSync(e, i, r, n, o);
			this[rs](h), t = !1;
		} finally {
			if (t) try {
				this[pt](() => {});
			} catch {}
		}
	}
	[as](t) {
		t();
	}
	[pt](t = () => {}) {
		this.fd !== void 0 && I.closeSync(this.fd), t();
	}
};
var oi = class extends A {
	blockLen = 0;
	blockRemain = 0;
	buf = 0;
	pos = 0;
	remain = 0;
	length = 0;
	preservePaths;
	portable;
	strict;
	noPax;
	noMtime;
	readEntry;
	type;
	prefix;
	path;
	mode;
	uid;
	gid;
	uname;
	gname;
	header;
	mtime;
	atime;
	ctime;
	linkpath;
	size;
	onWriteEntry;
	warn(t, e, i = {}) {
		return Dt(this, t, e, i);
	}
	constructor(t, e = {}) {
		let i = se(e);
		super(), this.preservePaths = !!i.preservePaths, this.portable = !!i.portable, this.strict = !!i.strict, this.noPax = !!i.noPax, this.noMtime = !!i.noMtime, this.onWriteEntry = i.onWriteEntry, this.readEntry = t;
		let { type: r } = t;
		if (r === "Unsupported") throw new Error("writing entry that should be ignored");
		this.type = r, this.type === "Directory" && this.portable && (this.noMtime = !0), this.prefix = i.prefix, this.path = f(t.path), this.mode = t.mode !== void 0 ? this[ri](t.mode) : void 0, this.uid = this.portable ? void 0 : t.uid, this.gid = this.portable ? void 0 : t.gid, this.uname = this.portable ? void 0 : t.uname, this.gname = this.portable ? void 0 : t.gname, this.size = t.size, this.mtime = this.noMtime ? void 0 : i.mtime || t.mtime, this.atime = this.portable ? void 0 : t.atime, this.ctime = this.portable ? void 0 : t.ctime, this.linkpath = t.linkpath !== void 0 ? f(t.linkpath) : void 0, typeof i.onwarn == "function" && this.on("warn", i.onwarn);
		let n = !1;
		if (!this.preservePaths) {
			let [h, a] = ce(this.path);
			h && typeof a == "string" && (this.path = a, n = h);
		}
		this.remain = t.size, this.blockRemain = t.startBlockSize, this.onWriteEntry?.(this), this.header = new F({
			path: this[q](this.path),
			linkpath: this.type === "Link" && this.linkpath !== void 0 ? this[q](this.linkpath) : this.linkpath,
			mode: this.mode,
			uid: this.portable ? void 0 : this.uid,
			gid: this.portable ? void 0 : this.gid,
			size: this.size,
			mtime: this.noMtime ? void 0 : this.mtime,
			type: this.type,
			uname: this.portable ? void 0 : this.uname,
			atime: this.portable ? void 0 : this.atime,
			ctime: this.portable ? void 0 : this.ctime
		}), n && this.warn("TAR_ENTRY_INFO", `stripping ${n} from absolute path`, {
			entry: this,
			path: n + this.path
		}), this.header.encode() && !this.noPax && super.write(new ft({
			atime: this.portable ? void 0 : this.atime,
			ctime: this.portable ? void 0 : this.ctime,
			gid: this.portable ? void 0 : this.gid,
			mtime: this.noMtime ? void 0 : this.mtime,
			path: this[q](this.path),
			linkpath: this.type === "Link" && this.linkpath !== void 0 ? this[q](this.linkpath) : this.linkpath,
			size: this.size,
			uid: this.portable ? void 0 : this.uid,
			uname: this.portable ? void 0 : this.uname,
			dev: this.portable ? void 0 : this.readEntry.dev,
			ino: this.portable ? void 0 : this.readEntry.ino,
			nlink: this.portable ? void 0 : this.readEntry.nlink
		}).encode());
		let o = this.header?.block;
		if (!o) throw new Error("failed to encode header");
		super.write(o), t.pipe(this);
	}
	[q](t) {
		return rr(t, this.prefix);
	}
	[ri](t) {
		return Ji(t, this.type === "Directory", this.portable);
	}
	write(t, e, i) {
		typeof e == "function" && (i = e, e = void 0), typeof t == "string" && (t = Buffer.from(t, typeof e == "string" ? e : "utf8"));
		let r = t.length;
		if (r > this.blockRemain) throw new Error("writing more to entry than is appropriate");
		return this.blockRemain -= r, super.write(t, i);
	}
	end(t, e, i) {
		return this.blockRemain && super.write(Buffer.alloc(this.blockRemain)), typeof t == "function" && (i = t, e = void 0, t = void 0), typeof e == "function" && (i = e, e = void 0), typeof t == "string" && (t = Buffer.from(t, e ?? "utf8")), i && this.once("finish", i), t ? super.end(t, i) : super.end(i), this;
	}
};
var Gn = (s) => s.isFile() ? "File" : s.isDirectory() ? "Directory" : s.isSymbolicLink() ? "SymbolicLink" : "Unsupported";
var hi = class s {
	tail;
	head;
	length = 0;
	static create(t = []) {
		return new s(t);
	}
	constructor(t = []) {
		for (let e of t) this.push(e);
	}
	*[Symbol.iterator]() {
		for (let t = this.head; t; t = t.next) yield t.value;
	}
	removeNode(t) {
		if (t.list !== this) throw new Error("removing node which does not belong to this list");
		let e = t.next, i = t.prev;
		return e && (e.prev = i), i && (i.next = e), t === this.head && (this.head = e), t === this.tail && (this.tail = i), this.length--, t.next = void 0, t.prev = void 0, t.list = void 0, e;
	}
	unshiftNode(t) {
		if (t === this.head) return;
		t.list && t.list.removeNode(t);
		let e = this.head;
		t.list = this, t.next = e, e && (e.prev = t), this.head = t, this.tail || (this.tail = t), this.length++;
	}
	pushNode(t) {
		if (t === this.tail) return;
		t.list && t.list.removeNode(t);
		let e = this.tail;
		t.list = this, t.prev = e, e && (e.next = t), this.tail = t, this.head || (this.head = t), this.length++;
	}
	push(...t) {
		for (let e = 0, i = t.length; e < i; e++) Yn(this, t[e]);
		return this.length;
	}
	unshift(...t) {
		for (var e = 0, i = t.length; e < i; e++) Kn(this, t[e]);
		return this.length;
	}
	pop() {
		if (!this.tail) return;
		let t = this.tail.value, e = this.tail;
		return this.tail = this.tail.prev, this.tail ? this.tail.next = void 0 : this.head = void 0, e.list = void 0, this.length--, t;
	}
	shift() {
		if (!this.head) return;
		let t = this.head.value, e = this.head;
		return this.head = this.head.next, this.head ? this.head.prev = void 0 : this.tail = void 0, e.list = void 0, this.length--, t;
	}
	forEach(t, e) {
		e = e || this;
		for (let i = this.head, r = 0; i; r++) t.call(e, i.value, r, this), i = i.next;
	}
	forEachReverse(t, e) {
		e = e || this;
		for (let i = this.tail, r = this.length - 1; i; r--) t.call(e, i.value, r, this), i = i.prev;
	}
	get(t) {
		let e = 0, i = this.head;
		for (; i && e < t; e++) i = i.next;
		if (e === t && i) return i.value;
	}
	getReverse(t) {
		let e = 0, i = this.tail;
		for (; i && e < t; e++) i = i.prev;
		if (e === t && i) return i.value;
	}
	map(t, e) {
		e = e || this;
		let i = new s();
		for (let r = this.head; r;) i.push(t.call(e, r.value, this)), r = r.next;
		return i;
	}
	mapReverse(t, e) {
		e = e || this;
		var i = new s();
		for (let r = this.tail; r;) i.push(t.call(e, r.value, this)), r = r.prev;
		return i;
	}
	reduce(t, e) {
		let i, r = this.head;
		if (arguments.length > 1) i = e;
		else if (this.head) r = this.head.next, i = this.head.value;
		else throw new TypeError("Reduce of empty list with no initial value");
		for (var n = 0; r; n++) i = t(i, r.value, n), r = r.next;
		return i;
	}
	reduceReverse(t, e) {
		let i, r = this.tail;
		if (arguments.length > 1) i = e;
		else if (this.tail) r = this.tail.prev, i = this.tail.value;
		else throw new TypeError("Reduce of empty list with no initial value");
		for (let n = this.length - 1; r; n--) i = t(i, r.value, n), r = r.prev;
		return i;
	}
	toArray() {
		let t = new Array(this.length);
		for (let e = 0, i = this.head; i; e++) t[e] = i.value, i = i.next;
		return t;
	}
	toArrayReverse() {
		let t = new Array(this.length);
		for (let e = 0, i = this.tail; i; e++) t[e] = i.value, i = i.prev;
		return t;
	}
	slice(t = 0, e = this.length) {
		e < 0 && (e += this.length), t < 0 && (t += this.length);
		let i = new s();
		if (e < t || e < 0) return i;
		t < 0 && (t = 0), e > this.length && (e = this.length);
		let r = this.head, n = 0;
		for (n = 0; r && n < t; n++) r = r.next;
		for (; r && n < e; n++, r = r.next) i.push(r.value);
		return i;
	}
	sliceReverse(t = 0, e = this.length) {
		e < 0 && (e += this.length), t < 0 && (t += this.length);
		let i = new s();
		if (e < t || e < 0) return i;
		t < 0 && (t = 0), e > this.length && (e = this.length);
		let r = this.length, n = this.tail;
		for (; n && r > e; r--) n = n.prev;
		for (; n && r > t; r--, n = n.prev) i.push(n.value);
		return i;
	}
	splice(t, e = 0, ...i) {
		t > this.length && (t = this.length - 1), t < 0 && (t = this.length + t);
		let r = this.head;
		for (let o = 0; r && o < t; o++) r = r.next;
		let n = [];
		for (let o = 0; r && o < e; o++) n.push(r.value), r = this.removeNode(r);
		r ? r !== this.tail && (r = r.prev) : r = this.tail;
		for (let o of i) r = Zn(this, r, o);
		return n;
	}
	reverse() {
		let t = this.head, e = this.tail;
		for (let i = t; i; i = i.prev) {
			let r = i.prev;
			i.prev = i.next, i.next = r;
		}
		return this.head = e, this.tail = t, this;
	}
};
function Zn(s, t, e) {
	let n = new ue(e, t, t ? t.next : s.head, s);
	return n.next === void 0 && (s.tail = n), n.prev === void 0 && (s.head = n), s.length++, n;
}
function Yn(s, t) {
	s.tail = new ue(t, s.tail, void 0, s), s.head || (s.head = s.tail), s.length++;
}
function Kn(s, t) {
	s.head = new ue(t, void 0, s.head, s), s.tail || (s.tail = s.head), s.length++;
}
var ue = class {
	list;
	next;
	prev;
	value;
	constructor(t, e, i, r) {
		this.list = r, this.value = t, e ? (e.next = this, this.prev = e) : this.prev = void 0, i ? (i.prev = this, this.next = i) : this.next = void 0;
	}
};
var pi = class {
	path;
	absolute;
	entry;
	stat;
	readdir;
	pending = !1;
	pendingLink = !1;
	ignore = !1;
	piped = !1;
	constructor(t, e) {
		this.path = t || "./", this.absolute = e;
	}
};
var nr = Buffer.alloc(1024);
var li = Symbol("onStat");
var me = Symbol("ended");
var W = Symbol("queue");
var pe = Symbol("pendingLinks");
var Et = Symbol("current");
var Ft = Symbol("process");
var Ee = Symbol("processing");
var ai = Symbol("processJob");
var G = Symbol("jobs");
var ls = Symbol("jobDone");
var ci = Symbol("addFSEntry");
var or = Symbol("addTarEntry");
var ds = Symbol("stat");
var us = Symbol("readdir");
var fi = Symbol("onreaddir");
var di = Symbol("pipe");
var hr = Symbol("entry");
var cs = Symbol("entryOpt");
var ui = Symbol("writeEntryClass");
var lr = Symbol("write");
var fs$1 = Symbol("ondrain");
var wt = class extends A {
	sync = !1;
	opt;
	cwd;
	maxReadSize;
	preservePaths;
	strict;
	noPax;
	prefix;
	linkCache;
	statCache;
	file;
	portable;
	zip;
	readdirCache;
	noDirRecurse;
	follow;
	noMtime;
	mtime;
	filter;
	jobs;
	[ui];
	onWriteEntry;
	[W];
	[pe] = /* @__PURE__ */ new Map();
	[G] = 0;
	[Ee] = !1;
	[me] = !1;
	constructor(t = {}) {
		if (super(), this.opt = t, this.file = t.file || "", this.cwd = t.cwd || process.cwd(), this.maxReadSize = t.maxReadSize, this.preservePaths = !!t.preservePaths, this.strict = !!t.strict, this.noPax = !!t.noPax, this.prefix = f(t.prefix || ""), this.linkCache = t.linkCache || /* @__PURE__ */ new Map(), this.statCache = t.statCache || /* @__PURE__ */ new Map(), this.readdirCache = t.readdirCache || /* @__PURE__ */ new Map(), this.onWriteEntry = t.onWriteEntry, this[ui] = de, typeof t.onwarn == "function" && this.on("warn", t.onwarn), this.portable = !!t.portable, t.gzip || t.brotli || t.zstd) {
			if ((t.gzip ? 1 : 0) + (t.brotli ? 1 : 0) + (t.zstd ? 1 : 0) > 1) throw new TypeError("gzip, brotli, zstd are mutually exclusive");
			if (t.gzip && (typeof t.gzip != "object" && (t.gzip = {}), this.portable && (t.gzip.portable = !0), this.zip = new ze(t.gzip)), t.brotli && (typeof t.brotli != "object" && (t.brotli = {}), this.zip = new We(t.brotli)), t.zstd && (typeof t.zstd != "object" && (t.zstd = {}), this.zip = new Ye(t.zstd)), !this.zip) throw new Error("impossible");
			let e = this.zip;
			e.on("data", (i) => super.write(i)), e.on("end", () => super.end()), e.on("drain", () => this[fs$1]()), this.on("resume", () => e.resume());
		} else this.on("drain", this[fs$1]);
		this.noDirRecurse = !!t.noDirRecurse, this.follow = !!t.follow, this.noMtime = !!t.noMtime, t.mtime && (this.mtime = t.mtime), this.filter = typeof t.filter == "function" ? t.filter : () => !0, this[W] = new hi(), this[G] = 0, this.jobs = Number(t.jobs) || 4, this[Ee] = !1, this[me] = !1;
	}
	[lr](t) {
		return super.write(t);
	}
	add(t) {
		return this.write(t), this;
	}
	end(t, e, i) {
		return typeof t == "function" && (i = t, t = void 0), typeof e == "function" && (i = e, e = void 0), t && this.add(t), this[me] = !0, this[Ft](), i && i(), this;
	}
	write(t) {
		if (this[me]) throw new Error("write after end");
		return typeof t == "string" ? this[ci](t) : this[or](t), this.flowing;
	}
	[or](t) {
		let e = f(ar.resolve(this.cwd, t.path));
		if (!this.filter(t.path, t)) t.resume();
		else {
			let i = new pi(t.path, e);
			i.entry = new oi(t, this[cs](i)), i.entry.on("end", () => this[ls](i)), this[G] += 1, this[W].push(i);
		}
		this[Ft]();
	}
	[ci](t) {
		let e = f(ar.resolve(this.cwd, t));
		this[W].push(new pi(t, e)), this[Ft]();
	}
	[ds](t) {
		t.pending = !0, this[G] += 1;
		let e = this.follow ? "stat" : "lstat";
		I[e](t.absolute, (i, r) => {
			t.pending = !1, this[G] -= 1, i ? this.emit("error", i) : this[li](t, r);
		});
	}
	[li](t, e) {
		if (this.statCache.set(t.absolute, e), t.stat = e, !this.filter(t.path, e)) t.ignore = !0;
		else if (e.isFile() && e.nlink > 1 && !this.linkCache.get(`${e.dev}:${e.ino}`) && !this.sync) if (t === this[Et]) this[ai](t);
		else {
			let i = `${e.dev}:${e.ino}`, r = this[pe].get(i);
			r ? r.push(t) : this[pe].set(i, [t]), t.pendingLink = !0, t.pending = !0;
		}
		this[Ft]();
	}
	[us](t) {
		t.pending = !0, this[G] += 1, I.readdir(t.absolute, (e, i) => {
			if (t.pending = !1, this[G] -= 1, e) return this.emit("error", e);
			this[fi](t, i);
		});
	}
	[fi](t, e) {
		this.readdirCache.set(t.absolute, e), t.readdir = e, this[Ft]();
	}
	[Ft]() {
		if (!this[Ee]) {
			this[Ee] = !0;
			for (let t = this[W].head; t && this[G] < this.jobs; t = t.next) if (this[ai](t.value), t.value.ignore) {
				let e = t.next;
				this[W].removeNode(t), t.next = e;
			}
			this[Ee] = !1, this[me] && this[W].length === 0 && this[G] === 0 && (this.zip ? this.zip.end(nr) : (super.write(nr), super.end()));
		}
	}
	get [Et]() {
		return this[W] && this[W].head && this[W].head.value;
	}
	[ls](t) {
		this[W].shift(), this[G] -= 1;
		let { stat: e } = t;
		if (e && e.isFile() && e.nlink > 1) {
			let i = `${e.dev}:${e.ino}`, r = this[pe].get(i);
			if (r) {
				this[pe].delete(i);
				for (let n of r) n.pending = !1, this[ai](n);
			}
		}
		this[Ft]();
	}
	[ai](t) {
		if (t.pending && t.pendingLink && t === this[Et] && (t.pending = !1, t.pendingLink = !1), !t.pending) {
			if (t.entry) {
				t === this[Et] && !t.piped && this[di](t);
				return;
			}
			if (!t.stat) {
				let e = this.statCache.get(t.absolute);
				e ? this[li](t, e) : this[ds](t);
			}
			if (t.stat && !t.ignore) {
				if (!this.noDirRecurse && t.stat.isDirectory() && !t.readdir) {
					let e = this.readdirCache.get(t.absolute);
					if (e ? this[fi](t, e) : this[us](t), !t.readdir) return;
				}
				if (t.entry = this[hr](t), !t.entry) {
					t.ignore = !0;
					return;
				}
				t === this[Et] && !t.piped && this[di](t);
			}
		}
	}
	[cs](t) {
		return {
			onwarn: (e, i, r) => this.warn(e, i, r),
			noPax: this.noPax,
			cwd: this.cwd,
			absolute: t.absolute,
			preservePaths: this.preservePaths,
			maxReadSize: this.maxReadSize,
			strict: this.strict,
			portable: this.portable,
			linkCache: this.linkCache,
			statCache: this.statCache,
			noMtime: this.noMtime,
			mtime: this.mtime,
			prefix: this.prefix,
			onWriteEntry: this.onWriteEntry
		};
	}
	[hr](t) {
		this[G] += 1;
		try {
			return new this[ui](t.path, this[cs](t)).on("end", () => this[ls](t)).on("error", (i) => this.emit("error", i));
		} catch (e) {
			this.emit("error", e);
		}
	}
	[fs$1]() {
		this[Et] && this[Et].entry && this[Et].entry.resume();
	}
	[di](t) {
		t.piped = !0, t.readdir && t.readdir.forEach((r) => {
			let n = t.path, o = n === "./" ? "" : n.replace(/\/*$/, "/");
			this[ci](o + r);
		});
		let e = t.entry, i = this.zip;
		if (!e) throw new Error("cannot pipe without source");
		i ? e.on("data", (r) => {
			i.write(r) || e.pause();
		}) : e.on("data", (r) => {
			super.write(r) || e.pause();
		});
	}
	pause() {
		return this.zip && this.zip.pause(), super.pause();
	}
	warn(t, e, i = {}) {
		Dt(this, t, e, i);
	}
};
var kt = class extends wt {
	sync = !0;
	constructor(t) {
		super(t), this[ui] = ni;
	}
	pause() {}
	resume() {}
	[ds](t) {
		let e = this.follow ? "statSync" : "lstatSync";
		this[li](t, I[e](t.absolute));
	}
	[us](t) {
		this[fi](t, I.readdirSync(t.absolute));
	}
	[di](t) {
		let e = t.entry, i = this.zip;
		if (t.readdir && t.readdir.forEach((r) => {
			let n = t.path, o = n === "./" ? "" : n.replace(/\/*$/, "/");
			this[ci](o + r);
		}), !e) throw new Error("Cannot pipe without source");
		i ? e.on("data", (r) => {
			i.write(r);
		}) : e.on("data", (r) => {
			super[lr](r);
		});
	}
};
var Vn = (s, t) => {
	let e = new kt(s), i = new Wt(s.file, { mode: s.mode || 438 });
	e.pipe(i), fr(e, t);
};
var $n = (s, t) => {
	let e = new wt(s), i = new et(s.file, { mode: s.mode || 438 });
	e.pipe(i);
	let r = new Promise((n, o) => {
		i.on("error", o), i.on("close", n), e.on("error", o);
	});
	return dr(e, t).catch((n) => e.emit("error", n)), r;
};
var fr = (s, t) => {
	t.forEach((e) => {
		e.charAt(0) === "@" ? Ct({
			file: path.resolve(s.cwd, e.slice(1)),
			sync: !0,
			noResume: !0,
			onReadEntry: (i) => s.add(i)
		}) : s.add(e);
	}), s.end();
};
var dr = async (s, t) => {
	for (let e of t) e.charAt(0) === "@" ? await Ct({
		file: path.resolve(String(s.cwd), e.slice(1)),
		noResume: !0,
		onReadEntry: (i) => {
			s.add(i);
		}
	}) : s.add(e);
	s.end();
};
var Xn = (s, t) => {
	let e = new kt(s);
	return fr(e, t), e;
};
var qn = (s, t) => {
	let e = new wt(s);
	return dr(e, t).catch((i) => e.emit("error", i)), e;
};
var Qn = K(Vn, $n, Xn, qn, (s, t) => {
	if (!t?.length) throw new TypeError("no paths specified to add to archive");
});
var Er = (process.env.__FAKE_PLATFORM__ || process.platform) === "win32", { O_CREAT: wr, O_NOFOLLOW: ur, O_TRUNC: Sr, O_WRONLY: yr } = I.constants, Rr = Number(process.env.__FAKE_FS_O_FILENAME__) || I.constants.UV_FS_O_FILEMAP || 0, jn = Er && !!Rr, to = 524288, eo = Rr | Sr | wr | yr, mr = !Er && typeof ur == "number" ? ur | Sr | wr | yr : null, ms = mr !== null ? () => mr : jn ? (s) => s < to ? eo : "w" : () => "w";
var ps = (s, t, e) => {
	try {
		return fs.lchownSync(s, t, e);
	} catch (i) {
		if (i?.code !== "ENOENT") throw i;
	}
};
var Ei = (s, t, e, i) => {
	fs.lchown(s, t, e, (r) => {
		i(r && r?.code !== "ENOENT" ? r : null);
	});
};
var io = (s, t, e, i, r) => {
	if (t.isDirectory()) Es(path.resolve(s, t.name), e, i, (n) => {
		if (n) return r(n);
		Ei(path.resolve(s, t.name), e, i, r);
	});
	else Ei(path.resolve(s, t.name), e, i, r);
};
var Es = (s, t, e, i) => {
	fs.readdir(s, { withFileTypes: !0 }, (r, n) => {
		if (r) {
			if (r.code === "ENOENT") return i();
			if (r.code !== "ENOTDIR" && r.code !== "ENOTSUP") return i(r);
		}
		if (r || !n.length) return Ei(s, t, e, i);
		let o = n.length, h = null, a = (l) => {
			if (!h) {
				if (l) return i(h = l);
				if (--o === 0) return Ei(s, t, e, i);
			}
		};
		for (let l of n) io(s, l, t, e, a);
	});
};
var so = (s, t, e, i) => {
	t.isDirectory() && ws(path.resolve(s, t.name), e, i), ps(path.resolve(s, t.name), e, i);
};
var ws = (s, t, e) => {
	let i;
	try {
		i = fs.readdirSync(s, { withFileTypes: !0 });
	} catch (r) {
		let n = r;
		if (n?.code === "ENOENT") return;
		if (n?.code === "ENOTDIR" || n?.code === "ENOTSUP") return ps(s, t, e);
		throw n;
	}
	for (let r of i) so(s, r, t, e);
	return ps(s, t, e);
};
var Se = class extends Error {
	path;
	code;
	syscall = "chdir";
	constructor(t, e) {
		super(`${e}: Cannot cd into '${t}'`), this.path = t, this.code = e;
	}
	get name() {
		return "CwdError";
	}
};
var St = class extends Error {
	path;
	symlink;
	syscall = "symlink";
	code = "TAR_SYMLINK_ERROR";
	constructor(t, e) {
		super("TAR_SYMLINK_ERROR: Cannot extract through symbolic link"), this.symlink = t, this.path = e;
	}
	get name() {
		return "SymlinkError";
	}
};
var no = (s, t) => {
	fs.stat(s, (e, i) => {
		(e || !i.isDirectory()) && (e = new Se(s, e?.code || "ENOTDIR")), t(e);
	});
};
var gr = (s, t, e) => {
	s = f(s);
	let i = t.umask ?? 18, r = t.mode | 448, n = (r & i) !== 0, o = t.uid, h = t.gid, a = typeof o == "number" && typeof h == "number" && (o !== t.processUid || h !== t.processGid), l = t.preserve, c = t.unlink, d = f(t.cwd), y = (E, x) => {
		E ? e(E) : x && a ? Es(x, o, h, (Le) => y(Le)) : n ? fs.chmod(s, r, e) : e();
	};
	if (s === d) return no(s, y);
	if (l) return fsPromises.mkdir(s, {
		mode: r,
		recursive: !0
	}).then((E) => y(null, E ?? void 0), y);
	Ss(d, f(path.relative(d, s)).split("/"), r, c, d, void 0, y);
};
var Ss = (s, t, e, i, r, n, o) => {
	if (t.length === 0) return o(null, n);
	let h = t.shift(), a = f(path.resolve(s + "/" + h));
	fs.mkdir(a, e, br(a, t, e, i, r, n, o));
};
var br = (s, t, e, i, r, n, o) => (h) => {
	h ? fs.lstat(s, (a, l) => {
		if (a) a.path = a.path && f(a.path), o(a);
		else if (l.isDirectory()) Ss(s, t, e, i, r, n, o);
		else if (i) fs.unlink(s, (c) => {
			if (c) return o(c);
			fs.mkdir(s, e, br(s, t, e, i, r, n, o));
		});
		else {
			if (l.isSymbolicLink()) return o(new St(s, s + "/" + t.join("/")));
			o(h);
		}
	}) : (n = n || s, Ss(s, t, e, i, r, n, o));
};
var oo = (s) => {
	let t = !1, e;
	try {
		t = fs.statSync(s).isDirectory();
	} catch (i) {
		e = i?.code;
	} finally {
		if (!t) throw new Se(s, e ?? "ENOTDIR");
	}
};
var _r = (s, t) => {
	s = f(s);
	let e = t.umask ?? 18, i = t.mode | 448, r = (i & e) !== 0, n = t.uid, o = t.gid, h = typeof n == "number" && typeof o == "number" && (n !== t.processUid || o !== t.processGid), a = t.preserve, l = t.unlink, c = f(t.cwd), d = (E) => {
		E && h && ws(E, n, o), r && fs.chmodSync(s, i);
	};
	if (s === c) return oo(c), d();
	if (a) return d(fs.mkdirSync(s, {
		mode: i,
		recursive: !0
	}) ?? void 0);
	let T = f(path.relative(c, s)).split("/"), D;
	for (let E = T.shift(), x = c; E && (x += "/" + E); E = T.shift()) {
		x = f(path.resolve(x));
		try {
			fs.mkdirSync(x, i), D = D || x;
		} catch {
			let Le = fs.lstatSync(x);
			if (Le.isDirectory()) continue;
			if (l) {
				fs.unlinkSync(x), fs.mkdirSync(x, i), D = D || x;
				continue;
			} else if (Le.isSymbolicLink()) return new St(x, x + "/" + T.join("/"));
		}
	}
	return d(D);
};
var ys = Object.create(null);
var Or = 1e4;
var Vt = /* @__PURE__ */ new Set();
var Tr = (s) => {
	Vt.has(s) ? Vt.delete(s) : ys[s] = s.normalize("NFD").toLocaleLowerCase("en").toLocaleUpperCase("en"), Vt.add(s);
	let t = ys[s], e = Vt.size - Or;
	if (e > Or / 10) {
		for (let i of Vt) if (Vt.delete(i), delete ys[i], --e <= 0) break;
	}
	return t;
};
var ao = (process.env.TESTING_TAR_FAKE_PLATFORM || process.platform) === "win32";
var lo = (s) => s.split("/").slice(0, -1).reduce((e, i) => {
	let r = e.at(-1);
	return r !== void 0 && (i = join(r, i)), e.push(i || "/"), e;
}, []);
var yi = class {
	#t = /* @__PURE__ */ new Map();
	#i = /* @__PURE__ */ new Map();
	#s = /* @__PURE__ */ new Set();
	reserve(t, e) {
		t = ao ? ["win32 parallelization disabled"] : t.map((r) => mt(join(Tr(r))));
		let i = new Set(t.map((r) => lo(r)).reduce((r, n) => r.concat(n)));
		this.#i.set(e, {
			dirs: i,
			paths: t
		});
		for (let r of t) {
			let n = this.#t.get(r);
			n ? n.push(e) : this.#t.set(r, [e]);
		}
		for (let r of i) {
			let n = this.#t.get(r);
			if (!n) this.#t.set(r, [/* @__PURE__ */ new Set([e])]);
			else {
				let o = n.at(-1);
				o instanceof Set ? o.add(e) : n.push(/* @__PURE__ */ new Set([e]));
			}
		}
		return this.#r(e);
	}
	#n(t) {
		let e = this.#i.get(t);
		if (!e) throw new Error("function does not have any path reservations");
		return {
			paths: e.paths.map((i) => this.#t.get(i)),
			dirs: [...e.dirs].map((i) => this.#t.get(i))
		};
	}
	check(t) {
		let { paths: e, dirs: i } = this.#n(t);
		return e.every((r) => r && r[0] === t) && i.every((r) => r && r[0] instanceof Set && r[0].has(t));
	}
	#r(t) {
		return this.#s.has(t) || !this.check(t) ? !1 : (this.#s.add(t), t(() => this.#e(t)), !0);
	}
	#e(t) {
		if (!this.#s.has(t)) return !1;
		let e = this.#i.get(t);
		if (!e) throw new Error("invalid reservation");
		let { paths: i, dirs: r } = e, n = /* @__PURE__ */ new Set();
		for (let o of i) {
			let h = this.#t.get(o);
			if (!h || h?.[0] !== t) continue;
			let a = h[1];
			if (!a) {
				this.#t.delete(o);
				continue;
			}
			if (h.shift(), typeof a == "function") n.add(a);
			else for (let l of a) n.add(l);
		}
		for (let o of r) {
			let h = this.#t.get(o), a = h?.[0];
			if (!(!h || !(a instanceof Set))) if (a.size === 1 && h.length === 1) {
				this.#t.delete(o);
				continue;
			} else if (a.size === 1) {
				h.shift();
				let l = h[0];
				typeof l == "function" && n.add(l);
			} else a.delete(t);
		}
		return this.#s.delete(t), n.forEach((o) => this.#r(o)), !0;
	}
};
var Lr = () => process.umask();
var Dr = Symbol("onEntry");
var _s = Symbol("checkFs");
var Nr = Symbol("checkFs2");
var Os = Symbol("isReusable");
var P = Symbol("makeFs");
var Ts = Symbol("file");
var xs = Symbol("directory");
var gi = Symbol("link");
var Ar = Symbol("symlink");
var Ir = Symbol("hardlink");
var Re = Symbol("ensureNoSymlink");
var Cr = Symbol("unsupported");
var Fr = Symbol("checkPath");
var Rs = Symbol("stripAbsolutePath");
var yt = Symbol("mkdir");
var O = Symbol("onError");
var Ri = Symbol("pending");
var kr = Symbol("pend");
var $t = Symbol("unpend");
var gs = Symbol("ended");
var bs = Symbol("maybeClose");
var Ls = Symbol("skip");
var ge = Symbol("doChown");
var be = Symbol("uid");
var _e = Symbol("gid");
var Oe = Symbol("checkedCwd");
var Te = (process.env.TESTING_TAR_FAKE_PLATFORM || process.platform) === "win32";
var uo = 1024;
var mo = (s, t) => {
	if (!Te) return fs.unlink(s, t);
	let e = s + ".DELETE." + randomBytes(16).toString("hex");
	fs.rename(s, e, (i) => {
		if (i) return t(i);
		fs.unlink(e, t);
	});
};
var po = (s) => {
	if (!Te) return fs.unlinkSync(s);
	let t = s + ".DELETE." + randomBytes(16).toString("hex");
	fs.renameSync(s, t), fs.unlinkSync(t);
};
var vr = (s, t, e) => s !== void 0 && s === s >>> 0 ? s : t !== void 0 && t === t >>> 0 ? t : e;
var Xt = class extends rt {
	[gs] = !1;
	[Oe] = !1;
	[Ri] = 0;
	reservations = new yi();
	transform;
	writable = !0;
	readable = !1;
	uid;
	gid;
	setOwner;
	preserveOwner;
	processGid;
	processUid;
	maxDepth;
	forceChown;
	win32;
	newer;
	keep;
	noMtime;
	preservePaths;
	unlink;
	cwd;
	strip;
	processUmask;
	umask;
	dmode;
	fmode;
	chmod;
	constructor(t = {}) {
		if (t.ondone = () => {
			this[gs] = !0, this[bs]();
		}, super(t), this.transform = t.transform, this.chmod = !!t.chmod, typeof t.uid == "number" || typeof t.gid == "number") {
			if (typeof t.uid != "number" || typeof t.gid != "number") throw new TypeError("cannot set owner without number uid and gid");
			if (t.preserveOwner) throw new TypeError("cannot preserve owner in archive and also set owner explicitly");
			this.uid = t.uid, this.gid = t.gid, this.setOwner = !0;
		} else this.uid = void 0, this.gid = void 0, this.setOwner = !1;
		this.preserveOwner = t.preserveOwner === void 0 && typeof t.uid != "number" ? process.getuid?.() === 0 : !!t.preserveOwner, this.processUid = (this.preserveOwner || this.setOwner) && process.getuid ? process.getuid() : void 0, this.processGid = (this.preserveOwner || this.setOwner) && process.getgid ? process.getgid() : void 0, this.maxDepth = typeof t.maxDepth == "number" ? t.maxDepth : uo, this.forceChown = t.forceChown === !0, this.win32 = !!t.win32 || Te, this.newer = !!t.newer, this.keep = !!t.keep, this.noMtime = !!t.noMtime, this.preservePaths = !!t.preservePaths, this.unlink = !!t.unlink, this.cwd = f(path.resolve(t.cwd || process.cwd())), this.strip = Number(t.strip) || 0, this.processUmask = this.chmod ? typeof t.processUmask == "number" ? t.processUmask : Lr() : 0, this.umask = typeof t.umask == "number" ? t.umask : this.processUmask, this.dmode = t.dmode || 511 & ~this.umask, this.fmode = t.fmode || 438 & ~this.umask, this.on("entry", (e) => this[Dr](e));
	}
	warn(t, e, i = {}) {
		return (t === "TAR_BAD_ARCHIVE" || t === "TAR_ABORT") && (i.recoverable = !1), super.warn(t, e, i);
	}
	[bs]() {
		this[gs] && this[Ri] === 0 && (this.emit("prefinish"), this.emit("finish"), this.emit("end"));
	}
	[Rs](t, e) {
		let i = t[e], { type: r } = t;
		if (!i || this.preservePaths) return !0;
		let [n, o] = ce(i), h = o.replaceAll(/\\/g, "/").split("/");
		if (h.includes("..") || Te && /^[a-z]:\.\.$/i.test(h[0] ?? "")) {
			if (e === "path" || r === "Link") return this.warn("TAR_ENTRY_ERROR", `${e} contains '..'`, {
				entry: t,
				[e]: i
			}), !1;
			let a = path.posix.dirname(t.path), l = path.posix.normalize(path.posix.join(a, h.join("/")));
			if (l.startsWith("../") || l === "..") return this.warn("TAR_ENTRY_ERROR", `${e} escapes extraction directory`, {
				entry: t,
				[e]: i
			}), !1;
		}
		return n && (t[e] = String(o), this.warn("TAR_ENTRY_INFO", `stripping ${n} from absolute ${e}`, {
			entry: t,
			[e]: i
		})), !0;
	}
	[Fr](t) {
		let e = f(t.path), i = e.split("/");
		if (this.strip) {
			if (i.length < this.strip) return !1;
			if (t.type === "Link") {
				let r = f(String(t.linkpath)).split("/");
				if (r.length >= this.strip) t.linkpath = r.slice(this.strip).join("/");
				else return !1;
			}
			i.splice(0, this.strip), t.path = i.join("/");
		}
		if (isFinite(this.maxDepth) && i.length > this.maxDepth) return this.warn("TAR_ENTRY_ERROR", "path excessively deep", {
			entry: t,
			path: e,
			depth: i.length,
			maxDepth: this.maxDepth
		}), !1;
		if (!this[Rs](t, "path") || !this[Rs](t, "linkpath")) return !1;
		if (t.absolute = path.isAbsolute(t.path) ? f(path.resolve(t.path)) : f(path.resolve(this.cwd, t.path)), !this.preservePaths && typeof t.absolute == "string" && t.absolute.indexOf(this.cwd + "/") !== 0 && t.absolute !== this.cwd) return this.warn("TAR_ENTRY_ERROR", "path escaped extraction target", {
			entry: t,
			path: f(t.path),
			resolvedPath: t.absolute,
			cwd: this.cwd
		}), !1;
		if (t.absolute === this.cwd && t.type !== "Directory" && t.type !== "GNUDumpDir") return !1;
		if (this.win32) {
			let { root: r } = path.win32.parse(String(t.absolute));
			t.absolute = r + ts(String(t.absolute).slice(r.length));
			let { root: n } = path.win32.parse(t.path);
			t.path = n + ts(t.path.slice(n.length));
		}
		return !0;
	}
	[Dr](t) {
		if (!this[Fr](t)) return t.resume();
		switch (co.equal(typeof t.absolute, "string"), t.type) {
			case "Directory":
			case "GNUDumpDir": t.mode && (t.mode = t.mode | 448);
			case "File":
			case "OldFile":
			case "ContiguousFile":
			case "Link":
			case "SymbolicLink": return this[_s](t);
			default: return this[Cr](t);
		}
	}
	[O](t, e) {
		t.name === "CwdError" ? this.emit("error", t) : (this.warn("TAR_ENTRY_ERROR", t, { entry: e }), this[$t](), e.resume());
	}
	[yt](t, e, i) {
		gr(f(t), {
			uid: this.uid,
			gid: this.gid,
			processUid: this.processUid,
			processGid: this.processGid,
			umask: this.processUmask,
			preserve: this.preservePaths,
			unlink: this.unlink,
			cwd: this.cwd,
			mode: e
		}, i);
	}
	[ge](t) {
		return this.forceChown || this.preserveOwner && (typeof t.uid == "number" && t.uid !== this.processUid || typeof t.gid == "number" && t.gid !== this.processGid) || typeof this.uid == "number" && this.uid !== this.processUid || typeof this.gid == "number" && this.gid !== this.processGid;
	}
	[be](t) {
		return vr(this.uid, t.uid, this.processUid);
	}
	[_e](t) {
		return vr(this.gid, t.gid, this.processGid);
	}
	[Ts](t, e) {
		let i = typeof t.mode == "number" ? t.mode & 4095 : this.fmode, r = new et(String(t.absolute), {
			flags: ms(t.size),
			mode: i,
			autoClose: !1
		});
		r.on("error", (a) => {
			r.fd && fs.close(r.fd, () => {}), r.write = () => !0, this[O](a, t), e();
		});
		let n = 1, o = (a) => {
			if (a) {
				r.fd && fs.close(r.fd, () => {}), this[O](a, t), e();
				return;
			}
			--n === 0 && r.fd !== void 0 && fs.close(r.fd, (l) => {
				l ? this[O](l, t) : this[$t](), e();
			});
		};
		r.on("finish", () => {
			let a = String(t.absolute), l = r.fd;
			if (typeof l == "number" && t.mtime && !this.noMtime) {
				n++;
				let c = t.atime || /* @__PURE__ */ new Date(), d = t.mtime;
				fs.futimes(l, c, d, (y) => y ? fs.utimes(a, c, d, (T) => o(T && y)) : o());
			}
			if (typeof l == "number" && this[ge](t)) {
				n++;
				let c = this[be](t), d = this[_e](t);
				typeof c == "number" && typeof d == "number" && fs.fchown(l, c, d, (y) => y ? fs.chown(a, c, d, (T) => o(T && y)) : o());
			}
			o();
		});
		let h = this.transform && this.transform(t) || t;
		h !== t && (h.on("error", (a) => {
			this[O](a, t), e();
		}), t.pipe(h)), h.pipe(r);
	}
	[xs](t, e) {
		let i = typeof t.mode == "number" ? t.mode & 4095 : this.dmode;
		this[yt](String(t.absolute), i, (r) => {
			if (r) {
				this[O](r, t), e();
				return;
			}
			let n = 1, o = () => {
				--n === 0 && (e(), this[$t](), t.resume());
			};
			t.mtime && !this.noMtime && (n++, fs.utimes(String(t.absolute), t.atime || /* @__PURE__ */ new Date(), t.mtime, o)), this[ge](t) && (n++, fs.chown(String(t.absolute), Number(this[be](t)), Number(this[_e](t)), o)), o();
		});
	}
	[Cr](t) {
		t.unsupported = !0, this.warn("TAR_ENTRY_UNSUPPORTED", `unsupported entry type: ${t.type}`, { entry: t }), t.resume();
	}
	[Ar](t, e) {
		let i = f(path.relative(this.cwd, path.resolve(path.dirname(String(t.absolute)), String(t.linkpath)))).split("/");
		this[Re](t, this.cwd, i, () => this[gi](t, String(t.linkpath), "symlink", e), (r) => {
			this[O](r, t), e();
		});
	}
	[Ir](t, e) {
		let i = f(path.resolve(this.cwd, String(t.linkpath))), r = f(String(t.linkpath)).split("/");
		this[Re](t, this.cwd, r, () => this[gi](t, i, "link", e), (n) => {
			this[O](n, t), e();
		});
	}
	[Re](t, e, i, r, n) {
		let o = i.shift();
		if (this.preservePaths || o === void 0) return r();
		let h = path.resolve(e, o);
		fs.lstat(h, (a, l) => {
			if (a) return r();
			if (l?.isSymbolicLink()) return n(new St(h, path.resolve(h, i.join("/"))));
			this[Re](t, h, i, r, n);
		});
	}
	[kr]() {
		this[Ri]++;
	}
	[$t]() {
		this[Ri]--, this[bs]();
	}
	[Ls](t) {
		this[$t](), t.resume();
	}
	[Os](t, e) {
		return t.type === "File" && !this.unlink && e.isFile() && e.nlink <= 1 && !Te;
	}
	[_s](t) {
		this[kr]();
		let e = [t.path];
		t.linkpath && e.push(t.linkpath), this.reservations.reserve(e, (i) => this[Nr](t, i));
	}
	[Nr](t, e) {
		let i = (h) => {
			e(h);
		}, r = () => {
			this[yt](this.cwd, this.dmode, (h) => {
				if (h) {
					this[O](h, t), i();
					return;
				}
				this[Oe] = !0, n();
			});
		}, n = () => {
			if (t.absolute !== this.cwd) {
				let h = f(path.dirname(String(t.absolute)));
				if (h !== this.cwd) return this[yt](h, this.dmode, (a) => {
					if (a) {
						this[O](a, t), i();
						return;
					}
					o();
				});
			}
			o();
		}, o = () => {
			fs.lstat(String(t.absolute), (h, a) => {
				if (a && (this.keep || this.newer && a.mtime > (t.mtime ?? a.mtime))) {
					this[Ls](t), i();
					return;
				}
				if (h || this[Os](t, a)) return this[P](null, t, i);
				if (a.isDirectory()) {
					if (t.type === "Directory") {
						let l = this.chmod && t.mode && (a.mode & 4095) !== t.mode, c = (d) => this[P](d ?? null, t, i);
						return l ? fs.chmod(String(t.absolute), Number(t.mode), c) : c();
					}
					if (t.absolute !== this.cwd) return fs.rmdir(String(t.absolute), (l) => this[P](l ?? null, t, i));
				}
				if (t.absolute === this.cwd) return this[P](null, t, i);
				mo(String(t.absolute), (l) => this[P](l ?? null, t, i));
			});
		};
		this[Oe] ? n() : r();
	}
	[P](t, e, i) {
		if (t) {
			this[O](t, e), i();
			return;
		}
		switch (e.type) {
			case "File":
			case "OldFile":
			case "ContiguousFile": return this[Ts](e, i);
			case "Link": return this[Ir](e, i);
			case "SymbolicLink": return this[Ar](e, i);
			case "Directory":
			case "GNUDumpDir": return this[xs](e, i);
		}
	}
	[gi](t, e, i, r) {
		fs[i](e, String(t.absolute), (n) => {
			n ? this[O](n, t) : (this[$t](), t.resume()), r();
		});
	}
};
var ye = (s) => {
	try {
		return [null, s()];
	} catch (t) {
		return [t, null];
	}
};
var xe = class extends Xt {
	sync = !0;
	[P](t, e) {
		return super[P](t, e, () => {});
	}
	[_s](t) {
		if (!this[Oe]) {
			let n = this[yt](this.cwd, this.dmode);
			if (n) return this[O](n, t);
			this[Oe] = !0;
		}
		if (t.absolute !== this.cwd) {
			let n = f(path.dirname(String(t.absolute)));
			if (n !== this.cwd) {
				let o = this[yt](n, this.dmode);
				if (o) return this[O](o, t);
			}
		}
		let [e, i] = ye(() => fs.lstatSync(String(t.absolute)));
		if (i && (this.keep || this.newer && i.mtime > (t.mtime ?? i.mtime))) return this[Ls](t);
		if (e || this[Os](t, i)) return this[P](null, t);
		if (i.isDirectory()) {
			if (t.type === "Directory") {
				let [h] = this.chmod && t.mode && (i.mode & 4095) !== t.mode ? ye(() => {
					fs.chmodSync(String(t.absolute), Number(t.mode));
				}) : [];
				return this[P](h, t);
			}
			let [n] = ye(() => fs.rmdirSync(String(t.absolute)));
			this[P](n, t);
		}
		let [r] = t.absolute === this.cwd ? [] : ye(() => po(String(t.absolute)));
		this[P](r, t);
	}
	[Ts](t, e) {
		let i = typeof t.mode == "number" ? t.mode & 4095 : this.fmode, r = (h) => {
			let a;
			try {
				fs.closeSync(n);
			} catch (l) {
				a = l;
			}
			(h || a) && this[O](h || a, t), e();
		}, n;
		try {
			n = fs.openSync(String(t.absolute), ms(t.size), i);
		} catch (h) {
			return r(h);
		}
		let o = this.transform && this.transform(t) || t;
		o !== t && (o.on("error", (h) => this[O](h, t)), t.pipe(o)), o.on("data", (h) => {
			try {
				fs.writeSync(n, h, 0, h.length);
			} catch (a) {
				r(a);
			}
		}), o.on("end", () => {
			let h = null;
			if (t.mtime && !this.noMtime) {
				let a = t.atime || /* @__PURE__ */ new Date(), l = t.mtime;
				try {
					fs.futimesSync(n, a, l);
				} catch (c) {
					try {
						fs.utimesSync(String(t.absolute), a, l);
					} catch {
						h = c;
					}
				}
			}
			if (this[ge](t)) {
				let a = this[be](t), l = this[_e](t);
				try {
					fs.fchownSync(n, Number(a), Number(l));
				} catch (c) {
					try {
						fs.chownSync(String(t.absolute), Number(a), Number(l));
					} catch {
						h = h || c;
					}
				}
			}
			r(h);
		});
	}
	[xs](t, e) {
		let i = typeof t.mode == "number" ? t.mode & 4095 : this.dmode, r = this[yt](String(t.absolute), i);
		if (r) {
			this[O](r, t), e();
			return;
		}
		if (t.mtime && !this.noMtime) try {
			fs.utimesSync(String(t.absolute), t.atime || /* @__PURE__ */ new Date(), t.mtime);
		} catch {}
		if (this[ge](t)) try {
			fs.chownSync(String(t.absolute), Number(this[be](t)), Number(this[_e](t)));
		} catch {}
		e(), t.resume();
	}
	[yt](t, e) {
		try {
			return _r(f(t), {
				uid: this.uid,
				gid: this.gid,
				processUid: this.processUid,
				processGid: this.processGid,
				umask: this.processUmask,
				preserve: this.preservePaths,
				unlink: this.unlink,
				cwd: this.cwd,
				mode: e
			});
		} catch (i) {
			return i;
		}
	}
	[Re](t, e, i, r, n) {
		if (this.preservePaths || i.length === 0) return r();
		let o = e;
		for (let h of i) {
			o = path.resolve(o, h);
			let [a, l] = ye(() => fs.lstatSync(o));
			if (a) return r();
			if (l.isSymbolicLink()) return n(new St(o, path.resolve(e, i.join("/"))));
		}
		r();
	}
	[gi](t, e, i, r) {
		let n = `${i}Sync`;
		try {
			fs[n](e, String(t.absolute)), r(), t.resume();
		} catch (o) {
			return this[O](o, t);
		}
	}
};
var Eo = (s) => {
	let t = new xe(s), e = s.file, i = fs.statSync(e);
	new Be(e, {
		readSize: s.maxReadSize || 16777216,
		size: i.size
	}).pipe(t);
};
var wo = (s, t) => {
	let e = new Xt(s), i = s.maxReadSize || 16777216, r = s.file;
	return new Promise((o, h) => {
		e.on("error", h), e.on("close", o), fs.stat(r, (a, l) => {
			if (a) h(a);
			else {
				let c = new _t(r, {
					readSize: i,
					size: l.size
				});
				c.on("error", h), c.pipe(e);
			}
		});
	});
};
var So = K(Eo, wo, (s) => new xe(s), (s) => new Xt(s), (s, t) => {
	t?.length && Qi(s, t);
});
var yo = (s, t) => {
	let e = new kt(s), i = !0, r, n;
	try {
		try {
			r = fs.openSync(s.file, "r+");
		} catch (a) {
			if (a?.code === "ENOENT") r = fs.openSync(s.file, "w+");
			else throw a;
		}
		let o = fs.fstatSync(r), h = Buffer.alloc(512);
		t: for (n = 0; n < o.size; n += 512) {
			for (let c = 0, d = 0; c < 512; c += d) {
				if (d = fs.readSync(r, h, c, h.length - c, n + c), n === 0 && h[0] === 31 && h[1] === 139) throw new Error("cannot append to compressed archives");
				if (!d) break t;
			}
			let a = new F(h);
			if (!a.cksumValid) break;
			let l = 512 * Math.ceil((a.size || 0) / 512);
			if (n + l + 512 > o.size) break;
			n += l, s.mtimeCache && a.mtime && s.mtimeCache.set(String(a.path), a.mtime);
		}
		i = !1, Ro(s, e, n, r, t);
	} finally {
		if (i) try {
			fs.closeSync(r);
		} catch {}
	}
};
var Ro = (s, t, e, i, r) => {
	let n = new Wt(s.file, {
		fd: i,
		start: e
	});
	t.pipe(n), bo(t, r);
};
var go = (s, t) => {
	t = Array.from(t);
	let e = new wt(s), i = (n, o, h) => {
		let a = (T, D) => {
			T ? fs.close(n, (E) => h(T)) : h(null, D);
		}, l = 0;
		if (o === 0) return a(null, 0);
		let c = 0, d = Buffer.alloc(512), y = (T, D) => {
			if (T || D === void 0) return a(T);
			if (c += D, c < 512 && D) return fs.read(n, d, c, d.length - c, l + c, y);
			if (l === 0 && d[0] === 31 && d[1] === 139) return a(/* @__PURE__ */ new Error("cannot append to compressed archives"));
			if (c < 512) return a(null, l);
			let E = new F(d);
			if (!E.cksumValid) return a(null, l);
			let x = 512 * Math.ceil((E.size ?? 0) / 512);
			if (l + x + 512 > o || (l += x + 512, l >= o)) return a(null, l);
			s.mtimeCache && E.mtime && s.mtimeCache.set(String(E.path), E.mtime), c = 0, fs.read(n, d, 0, 512, l, y);
		};
		fs.read(n, d, 0, 512, l, y);
	};
	return new Promise((n, o) => {
		e.on("error", o);
		let h = "r+", a = (l, c) => {
			if (l && l.code === "ENOENT" && h === "r+") return h = "w+", fs.open(s.file, h, a);
			if (l || !c) return o(l);
			fs.fstat(c, (d, y) => {
				if (d) return fs.close(c, () => o(d));
				i(c, y.size, (T, D) => {
					if (T) return o(T);
					let E = new et(s.file, {
						fd: c,
						start: D
					});
					e.pipe(E), E.on("error", o), E.on("close", n), _o(e, t);
				});
			});
		};
		fs.open(s.file, h, a);
	});
};
var bo = (s, t) => {
	t.forEach((e) => {
		e.charAt(0) === "@" ? Ct({
			file: path.resolve(s.cwd, e.slice(1)),
			sync: !0,
			noResume: !0,
			onReadEntry: (i) => s.add(i)
		}) : s.add(e);
	}), s.end();
};
var _o = async (s, t) => {
	for (let e of t) e.charAt(0) === "@" ? await Ct({
		file: path.resolve(String(s.cwd), e.slice(1)),
		noResume: !0,
		onReadEntry: (i) => s.add(i)
	}) : s.add(e);
	s.end();
};
var vt = K(yo, go, () => {
	throw new TypeError("file is required");
}, () => {
	throw new TypeError("file is required");
}, (s, t) => {
	if (!Bs(s)) throw new TypeError("file is required");
	if (s.gzip || s.brotli || s.zstd || s.file.endsWith(".br") || s.file.endsWith(".tbr")) throw new TypeError("cannot append to compressed archives");
	if (!t?.length) throw new TypeError("no paths specified to add/replace");
});
var Oo = K(vt.syncFile, vt.asyncFile, vt.syncNoFile, vt.asyncNoFile, (s, t = []) => {
	vt.validate?.(s, t), To(s);
});
var To = (s) => {
	let t = s.filter;
	s.mtimeCache || (s.mtimeCache = /* @__PURE__ */ new Map()), s.filter = t ? (e, i) => t(e, i) && !((s.mtimeCache?.get(e) ?? i.mtime ?? 0) > (i.mtime ?? 0)) : (e, i) => !((s.mtimeCache?.get(e) ?? i.mtime ?? 0) > (i.mtime ?? 0));
};

// src/agent/opencode/machine.ts
/** This machine, as far as it decides which binary runs on it. */
async function thisMachine() {
	return {
		platform: process.platform,
		arch: process.arch,
		libc: libc(),
		avx2: await hasAvx2()
	};
}
function libc() {
	if (process.platform !== "linux") return "other";
	const report = process.report.getReport();
	return JSON.stringify(report).includes("\"glibcVersionRuntime\"") ? "glibc" : "musl";
}
/** Read from the kernel's list; where there is none, processors of the hosted runners are assumed, which have it. */
async function hasAvx2() {
	if (process.platform !== "linux") return true;
	const processors = await readFile("/proc/cpuinfo", "latin1").catch(() => null);
	return processors === null || /\bavx2\b/.test(processors);
}

// src/agent/opencode/release.ts
/**
* sha256 of the npm tarball of each platform's package at that version. A platform that is not here is refused: its
* binary has to be given as `opencode-path`.
*/
const TARBALL_DIGESTS = {
	"opencode-linux-x64": "149a676b59224b196626abda2fdbd34c8329ac326b57c4891ba3de446f3ca3c1",
	"opencode-linux-x64-baseline": "76f56feba203ed24ff855129de316959847b7af0a7095011d2d5145f6988c940",
	"opencode-linux-arm64": "196d0caf1c0553fcd12ef15ff14439ea7e6bc7a4e87ea5238bcb57bbe6e54b93",
	"opencode-darwin-arm64": "cd2c704ad653137b62992bca2b32383f8daa31b3c9462e566278e1efba07b31d",
	"opencode-darwin-x64": "e23cf36d4db46214dbf947b7b78bac63d2f0a9e6e987c5d6e47c573d8bb6ff32",
	"opencode-windows-arm64": "20853b3b92e9dc3e9cf9f5867e0f5d0d50506655788e508397e4680271f9ce85",
	"opencode-windows-x64": "fc76bd4a0f258027594f6a8900e220fd06f7345cb5e67f73dc3b4f53ba3f580e"
};
/** Name of the npm package with the one binary that the machine needs. */
function packageFor(machine) {
	const system = machine.platform === "win32" ? "windows" : machine.platform;
	const baseline = machine.arch === "x64" && !machine.avx2 ? "-baseline" : "";
	const musl = machine.libc === "musl" ? "-musl" : "";
	return `opencode-${system}-${machine.arch}${baseline}${musl}`;
}

// src/agent/opencode/install.ts
/** Installs at the first call; every later one gets the same binary, whatever it asks for. */
function createInstaller(options) {
	let installed = null;
	return (ownPath) => installed ??= installOpenCode({
		...options,
		ownPath
	});
}
/**
* Path of an OpenCode binary of exactly the pinned version: the given one, else the cached one, else one on the PATH, else
* the one platform package, taken from the registry that npm is configured with and held to its recorded digest.
*/
async function installOpenCode(options) {
	if (options.ownPath !== null) return checkOwn(options.ownPath, options.env);
	const machine = options.machine ?? await thisMachine();
	const home = join(options.cache, "opencode", OPENCODE_VERSION, `${machine.platform}-${machine.arch}-${machine.libc}${machine.avx2 ? "" : "-baseline"}`);
	const binary = join(home, machine.platform === "win32" ? "opencode.exe" : "opencode");
	if (await isIntact(binary)) return binary;
	const found = await options.onPath?.() ?? null;
	if (found !== null && await versionOf(found, options.env) === "1.18.33") return found;
	const name = packageFor(machine);
	const PATH = await searchPathOutside(options.env["PATH"] ?? "", options.untrusted ?? []);
	await download({
		name,
		digest: recordedDigestOf(name),
		home,
		binary,
		env: {
			...options.env,
			PATH
		}
	});
	return binary;
}
function recordedDigestOf(name) {
	const digest = TARBALL_DIGESTS[name];
	if (digest !== void 0) return digest;
	throw new Failure("runtime-missing", `There is no recorded digest of OpenCode ${OPENCODE_VERSION} for this machine (${name}).`, { hint: `Install OpenCode ${OPENCODE_VERSION} in an earlier step and set \`opencode-path\` to its binary.` });
}
async function checkOwn(path, env) {
	const version = await versionOf(path, env);
	if (version === "1.18.33") return path;
	const found = version === null ? "it could not be run" : `it is version ${version}`;
	throw new Failure("runtime-missing", `\`opencode-path\` is “${path}”: ${found}, not OpenCode ${OPENCODE_VERSION}.`, { hint: version?.startsWith("2.") === true ? `OpenCode 2 is spoken to in another way. ${POINT_IT}` : POINT_IT });
}
const POINT_IT = `Point \`opencode-path\` at an OpenCode ${OPENCODE_VERSION} binary, or leave it out.`;
/** Null when it cannot be run. */
async function versionOf(path, env) {
	const { stdout } = await execa(path, ["--version"], {
		env,
		extendEnv: false,
		stdin: "ignore",
		reject: false,
		timeout: 2e4
	});
	const [version = ""] = stdout?.trim().split(/\s/) ?? [];
	return version === "" ? null : version;
}
/** The binary's own digest is written beside it at installation, so that a damaged cache is noticed. */
async function isIntact(binary) {
	const recorded = await readFile(`${binary}.sha256`, "utf8").catch(() => null);
	if (recorded === null || await access(binary).then(() => false, () => true)) return false;
	return await digestOf(binary) === recorded.trim();
}
async function download(want) {
	await mkdir(want.home, { recursive: true });
	const work = await mkdtemp(join(want.home, "download-"));
	try {
		const tarball = await fetchTarball(want.name, work, want.env);
		const found = await digestOf(tarball);
		if (found !== want.digest) throw new Failure("runtime-missing", `${want.name}@${OPENCODE_VERSION} has the sha256 ${found}, not the recorded ${want.digest}.`, { hint: "The registry served something else than the published package; nothing of it was run. Check which registry npm is configured with." });
		await So({
			file: tarball,
			cwd: work,
			filter: (path) => /^package\/bin\/opencode(?:\.exe)?$/.test(path)
		});
		const unpacked = join(work, "package", "bin", want.binary.endsWith(".exe") ? "opencode.exe" : "opencode");
		await chmod(unpacked, 493);
		await writeFile(`${want.binary}.sha256`, `${await digestOf(unpacked)}\n`);
		await rename(unpacked, want.binary);
	} finally {
		await rm(work, {
			recursive: true,
			force: true
		});
	}
}
/** Run outside the workspace, whose `.npmrc` could name another registry. */
async function fetchTarball(name, directory, env) {
	const result = await execa("npm", [
		"pack",
		`${name}@${OPENCODE_VERSION}`,
		"--ignore-scripts",
		"--silent"
	], {
		cwd: directory,
		env,
		extendEnv: false,
		stdin: "ignore",
		reject: false,
		timeout: 3e5,
		killDescendants: true
	});
	if (!result.failed) return join(directory, `${name}-${OPENCODE_VERSION}.tgz`);
	throw new Failure("runtime-missing", `OpenCode could not be downloaded: npm pack ${name}@${OPENCODE_VERSION} failed. ${lastLines(result.stderr)}`, {
		hint: "npm must be on PATH and reach its registry; or install OpenCode in an earlier step and set `opencode-path`.",
		cause: result
	});
}
function lastLines(text) {
	return (text ?? "").trim().split("\n").slice(-3).join(" ");
}
/** sha256 of a file. What is read of a large one goes into one buffer: a stream would leave hundreds of them behind. */
async function digestOf(path) {
	const hash = createHash("sha256");
	const buffer = Buffer.allocUnsafe(1 << 20);
	await using file = await open(path);
	for (;;) {
		const { bytesRead } = await file.read(buffer);
		if (bytesRead === 0) return hash.digest("hex");
		hash.update(buffer.subarray(0, bytesRead));
	}
}

// src/agent/image.ts
/** The prompt of a turn whose model is not shown the images, with their names, so that it knows what it lacks. */
function withUnseenImages(prompt, images = []) {
	if (images.length === 0) return prompt;
	return `${prompt}\n\nImages that were attached and cannot be shown to you: ${images.map(({ name }) => name).join(", ")}.`;
}

// src/agent/opencode/configuration.ts
const rule = (permission, action) => ({
	permission,
	pattern: "*",
	action
});
/** Answered by Patchwright with a reason, so that the model goes on without. */
const ASKED = [rule("external_directory", "ask"), rule("doom_loop", "ask")];
const NO_NETWORK = [
	rule("webfetch", "deny"),
	rule("websearch", "deny"),
	rule("question", "deny")
];
const READING = [
	rule("read", "allow"),
	rule("glob", "allow"),
	rule("grep", "allow"),
	rule("list", "allow")
];
/** A structured answer is a tool call too. */
const JUDGING = [
	rule("*", "deny"),
	...READING,
	rule("StructuredOutput", "allow")
];
/**
* Rules of each role's sessions; the last one that matches counts, and those of a session go before everything that a
* repository could configure.
*/
const PERMISSIONS = {
	coder: [
		rule("*", "allow"),
		...NO_NETWORK,
		...ASKED
	],
	planner: JUDGING,
	searcher: JUDGING,
	reviewer: JUDGING,
	advisor: JUDGING
};
/** OpenCode's whole configuration, handed over in its environment: the repository's own is switched off. */
function configuration(access) {
	return {
		share: "disabled",
		autoupdate: false,
		snapshot: false,
		plugin: [],
		mcp: {},
		instructions: [],
		provider: Object.fromEntries(Object.entries(access.baseUrls).map(([id, baseURL]) => [id, provider(id, baseURL, access)])),
		enabled_providers: Object.keys(access.baseUrls)
	};
}
function provider(id, baseURL, access) {
	const models = access.models.filter((model) => model.startsWith(`${id}/`)).map((model) => model.slice(id.length + 1));
	return {
		...isKnownProvider(id) ? {} : {
			npm: "@ai-sdk/openai-compatible",
			name: id
		},
		options: {
			apiKey: access.placeholder,
			baseURL
		},
		...access.ownEndpoint ? { models: Object.fromEntries(models.map((model) => [model, {}])) } : {}
	};
}
/** Environment that keeps OpenCode to itself: own directories, nothing fetched, nothing of the repository loaded. */
function serverEnvironment(home, password, access) {
	return {
		...directories(home),
		OPENCODE_SERVER_PASSWORD: password,
		OPENCODE_CONFIG_CONTENT: JSON.stringify(configuration(access)),
		OPENCODE_DISABLE_PROJECT_CONFIG: "1",
		OPENCODE_DISABLE_AUTOUPDATE: "1",
		OPENCODE_DISABLE_MODELS_FETCH: "1",
		...needsList(access) ? {} : { OPENCODE_MODELS_PATH: join(home, NO_MODELS) },
		OPENCODE_DISABLE_DEFAULT_PLUGINS: "1",
		OPENCODE_DISABLE_LSP_DOWNLOAD: "1",
		OPENCODE_DISABLE_CLAUDE_CODE: "1",
		OPENCODE_DISABLE_EXTERNAL_SKILLS: "1",
		OPENCODE_PURE: "1",
		OPENCODE_DISABLE_SHARE: "1",
		OPENCODE_CLIENT: "patchwright"
	};
}
/** In place of OpenCode's list of thousands of models, which takes it a second of every start to read. */
const NO_MODELS = "no-models.json";
/** What stands in OpenCode's list is of providers that it knows, the one that it takes by itself among them. */
function needsList({ models, preferred }) {
	return [...models, preferred ?? ""].some((name) => isKnownProvider(name.split("/")[0] ?? ""));
}
function directories(home) {
	return {
		XDG_DATA_HOME: join(home, "data"),
		XDG_CONFIG_HOME: join(home, "config"),
		XDG_STATE_HOME: join(home, "state"),
		XDG_CACHE_HOME: join(home, "cache")
	};
}
/** What OpenCode reads of its home when it starts: configuration, code, and providers that would bring configuration. */
const READ_AT_START = [
	"config",
	".config",
	".opencode",
	"data/opencode/auth.json",
	"data/opencode/mcp-auth.json"
];
/** Directories of a home in which trusted code makes or removes something, those that stand above others first. */
const DIRECTORIES = [
	"config",
	"data",
	"data/opencode",
	"state",
	"cache",
	"tmp"
];
/**
* Makes a home ready for the next start of OpenCode in it. What an earlier one may have put there, a plugin for one, is
* taken away, and links in the place of directories first of all: what they lead to is not the agent's to have changed. Its
* configuration directory looks as if the plugin package were installed, because a starting server otherwise downloads it
* from the npm registry.
*/
async function prepareHome(home) {
	for (const path of [home, ...DIRECTORIES.map((name) => join(home, name))]) await removeUnlessDirectory(path);
	await Promise.all(READ_AT_START.map((name) => rm(join(home, name), {
		recursive: true,
		force: true
	})));
	await Promise.all(Object.values(directories(home)).map((path) => mkdir(path, { recursive: true })));
	await mkdir(join(home, "tmp"), { recursive: true });
	await rm(join(home, NO_MODELS), {
		recursive: true,
		force: true
	});
	await writeFile(join(home, NO_MODELS), "{}", { flag: "wx" });
	const config = join(home, "config", "opencode");
	await mkdir(join(config, "node_modules"), { recursive: true });
	const dependencies = { "@opencode-ai/plugin": OPENCODE_VERSION };
	const lock = {
		name: "opencode",
		lockfileVersion: 3,
		requires: true,
		packages: {
			"": { dependencies },
			"node_modules/@opencode-ai/plugin": { version: OPENCODE_VERSION }
		}
	};
	await writeFile(join(config, "package.json"), JSON.stringify({ dependencies }));
	await writeFile(join(config, "package-lock.json"), JSON.stringify(lock));
}
/** Nothing of the agent runs in its home between two starts, so what is found stays as it is. */
async function removeUnlessDirectory(path) {
	const found = await lstat(path).catch(() => null);
	if (found !== null && !found.isDirectory()) await rm(path, { force: true });
}

// src/agent/opencode/refusals.ts
/** What a model is told instead of being kept waiting; without a reason the turn would end. */
const REFUSAL = "Not allowed in this run: work inside the repository’s directory only, with what is there. Go on without it.";
/** Milliseconds. */
const ANSWER_LIMIT$1 = 1e3;
/** Turns down every permission request and question that waits for an answer, with the reason. */
async function answerPending(client, directory) {
	const signal = AbortSignal.timeout(ANSWER_LIMIT$1);
	await Promise.allSettled([client.permission.list({ directory }, { signal }).then(({ data }) => Promise.all((data ?? []).map(({ id }) => client.permission.reply({
		requestID: id,
		directory,
		reply: "reject",
		message: REFUSAL
	})))), client.question.list({ directory }, { signal }).then(({ data }) => Promise.all((data ?? []).map(({ id }) => client.question.reject({
		requestID: id,
		directory
	}))))]);
}

// src/agent/opencode/events.ts
const REPOLL = 1e3;
/**
* Follows a server's event stream, attaching again whenever it drops, and answers every permission request and question
* at once, those of child sessions included; a poll finds the ones whose event was lost.
*/
function followEvents(client, directory) {
	const listeners = /* @__PURE__ */ new Set();
	const stop = new AbortController();
	const following = follow$1({
		client,
		directory,
		signal: stop.signal
	}, (event) => {
		for (const listener of listeners) listener(event);
	});
	const answering = setInterval(() => void answerPending(client, directory), REPOLL);
	return {
		listen(listener) {
			listeners.add(listener);
			return () => void listeners.delete(listener);
		},
		[Symbol.asyncDispose]: async () => {
			clearInterval(answering);
			stop.abort();
			await following;
		}
	};
}
async function follow$1({ client, directory, signal }, tell) {
	const steps = createSteps$1();
	while (!signal.aborted) {
		try {
			const { stream } = await client.event.subscribe({ directory }, {
				signal,
				sseMaxRetryAttempts: 1
			});
			for await (const event of stream) {
				if (event.type === "permission.asked" || event.type === "question.asked") answerPending(client, directory);
				const session = sessionOf(event.properties);
				if (session !== null) tell({
					session,
					activity: activityOf(event),
					step: steps(session, event)
				});
			}
		} catch {}
		if (!signal.aborted) await new Promise((resolve) => setTimeout(resolve, 200));
	}
}
/** Finds the end of each tool call once, and of each answer that called nothing. */
function createSteps$1() {
	const seen = /* @__PURE__ */ new Set();
	const calledIn = /* @__PURE__ */ new Set();
	return (session, event) => {
		if (event.type === "message.part.updated") {
			const { part } = event.properties;
			if (part.type !== "tool" || seen.has(part.id)) return null;
			if (part.state.status !== "completed" && part.state.status !== "error") return null;
			seen.add(part.id);
			calledIn.add(part.messageID);
			const outcome = part.state.status === "completed" ? part.state.output : part.state.error;
			return {
				call: `${part.tool} ${JSON.stringify(part.state.input)}`,
				outcome
			};
		}
		if (event.type !== "message.updated" || event.properties.info.role !== "assistant") return null;
		const { info } = event.properties;
		if (info.time.completed === void 0 || calledIn.has(info.id) || seen.has(info.id)) return null;
		seen.add(info.id);
		return {
			call: "an answer that neither calls a tool nor ends the turn",
			outcome: ""
		};
	};
}
function sessionOf(properties) {
	if (typeof properties !== "object" || properties === null || !("sessionID" in properties)) return null;
	return typeof properties.sessionID === "string" ? properties.sessionID : null;
}
function activityOf(event) {
	if (event.type !== "message.part.updated") return null;
	const { part } = event.properties;
	if (part.type !== "tool" || part.state.status !== "running") return null;
	return describeTool$1(part.tool, part.state.input);
}
function describeTool$1(tool, input) {
	const about = [
		input["filePath"],
		input["command"],
		input["pattern"],
		input["description"]
	].find((value) => typeof value === "string");
	return typeof about === "string" ? `${tool} ${about.split("\n")[0]?.slice(0, 80) ?? ""}` : tool;
}

// src/agent/opencode/event-streams.ts
/** A stream is of one directory, and tells nothing of what happens in another one. */
function createEventStreams(client) {
	const streams = /* @__PURE__ */ new Map();
	return {
		of(directory) {
			const events = streams.get(directory) ?? followEvents(client, directory);
			streams.set(directory, events);
			return events;
		},
		[Symbol.asyncDispose]: async () => {
			await Promise.all([...streams.values()].map((events) => events[Symbol.asyncDispose]()));
		}
	};
}

// src/agent/opencode/models.ts
/** A model of OpenCode's list. */
function modelInfo(name, { api, cost, limit, options, capabilities }) {
	const [provider = "", ...rest] = name.split("/");
	return {
		name,
		sentAs: `${provider}/${api?.id ?? rest.join("/")}`,
		dearer: DEARER.some((option) => options?.[option] !== void 0),
		sees: capabilities?.input?.image ?? false,
		...pricesOf(name, cost),
		context: limitOf(limit?.context),
		maxOutput: limitOf(limit?.output)
	};
}
/** Zero stands for "not known". */
function limitOf(limit) {
	return limit === void 0 || limit === 0 ? null : limit;
}
/** Zero stands for "not known" in the list, but for the models that OpenCode itself gives away. */
function pricesOf(name, cost) {
	const free = name.startsWith("opencode/") && name.endsWith("-free");
	if (cost === void 0 || !(free || cost.input > 0 || cost.output > 0)) return {
		price: null,
		longPrices: []
	};
	const tiers = (cost.tiers ?? []).toSorted((left, right) => right.tier.size - left.tier.size).map((tier) => ({
		above: tier.tier.size,
		price: priceOf(tier)
	}));
	const long = cost.experimentalOver200K;
	const last = long === void 0 ? [] : [{
		above: 2e5,
		price: priceOf(long)
	}];
	return {
		price: priceOf(cost),
		longPrices: [...tiers, ...last]
	};
}
/** Options by which a list's entry differs from the plain model: a faster queue, more thinking. */
const DEARER = [
	"serviceTier",
	"speed",
	"reasoningMode"
];
function priceOf({ input, output, cache }) {
	return {
		input,
		output,
		cacheRead: cache?.read ?? 0,
		cacheWrite: cache?.write ?? 0
	};
}
/** The model by its full name, or a Failure that names the ones it may have been meant to be. */
function findModel(model, catalogue, input = "model") {
	const wanted = model ?? catalogue.standard;
	const found = wanted === null ? void 0 : catalogue.models.get(wanted);
	if (found?.dearer === true) throw new Failure("bad-input", `\`${input}\` is “${found.name}”, a dearer service of “${found.sentAs}”.`, { hint: `Set \`${input}\` to \`${found.sentAs}\`; the gateway does not let requests through that cost more than the model’s own price.` });
	if (found !== void 0) return found;
	if (wanted === null) throw new Failure("model-not-found", `\`${input}\` is empty and OpenCode has no default for the keys that were given.`, { hint: `Set \`${input}\` to \`provider/model\`.` });
	throw new Failure("model-not-found", `\`${input}\` is “${wanted}”, which OpenCode ${OPENCODE_VERSION} does not know.`, { hint: hintFor(wanted, catalogue) });
}
function hintFor(wanted, catalogue) {
	const provider = wanted.split("/")[0] ?? "";
	const siblings = [...catalogue.models.keys()].filter((name) => name.startsWith(`${provider}/`));
	if (siblings.length === 0) return `Use a provider of ${Object.keys(PROVIDER_KEYS).join(", ")}, with its key, or set \`base-url\` to an OpenAI-compatible endpoint.`;
	return `Did you mean ${nearest(wanted, siblings).join(" or ")}?`;
}
function nearest(wanted, names) {
	return names.toSorted((left, right) => likeness(right, wanted) - likeness(left, wanted)).slice(0, 3);
}
/** Share of common pairs of neighbouring letters (Sørensen–Dice), 0 to 1. */
function likeness(left, right) {
	const pairs = (text) => new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, start) => text.slice(start, start + 2)));
	const [one, other] = [pairs(left.toLowerCase()), pairs(right.toLowerCase())];
	return 2 * one.intersection(other).size / (one.size + other.size);
}

// node_modules/@opencode-ai/sdk/dist/v2/gen/core/serverSentEvents.gen.js
const createSseClient = ({ onRequest, onSseError, onSseEvent, responseTransformer, responseValidator, sseDefaultRetryDelay, sseMaxRetryAttempts, sseMaxRetryDelay, sseSleepFn, url, ...options }) => {
	let lastEventId;
	const sleep = sseSleepFn ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms)));
	const createStream = async function* () {
		let retryDelay = sseDefaultRetryDelay ?? 3e3;
		let attempt = 0;
		const signal = options.signal ?? new AbortController().signal;
		while (true) {
			if (signal.aborted) break;
			attempt++;
			const headers = options.headers instanceof Headers ? options.headers : new Headers(options.headers);
			if (lastEventId !== void 0) headers.set("Last-Event-ID", lastEventId);
			try {
				const requestInit = {
					redirect: "follow",
					...options,
					body: options.serializedBody,
					headers,
					signal
				};
				let request = new Request(url, requestInit);
				if (onRequest) request = await onRequest(url, requestInit);
				const response = await (options.fetch ?? globalThis.fetch)(request);
				if (!response.ok) throw new Error(`SSE failed: ${response.status} ${response.statusText}`);
				if (!response.body) throw new Error("No body in SSE response");
				const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
				let buffer = "";
				const abortHandler = () => {
					try {
						reader.cancel();
					} catch {}
				};
				signal.addEventListener("abort", abortHandler);
				try {
					while (true) {
						const { done, value } = await reader.read();
						if (done) break;
						buffer += value;
						buffer = buffer.replace(/\r\n/g, "\n").replace(/\r/g, "\n");
						const chunks = buffer.split("\n\n");
						buffer = chunks.pop() ?? "";
						for (const chunk of chunks) {
							const lines = chunk.split("\n");
							const dataLines = [];
							let eventName;
							for (const line of lines) if (line.startsWith("data:")) dataLines.push(line.replace(/^data:\s*/, ""));
							else if (line.startsWith("event:")) eventName = line.replace(/^event:\s*/, "");
							else if (line.startsWith("id:")) lastEventId = line.replace(/^id:\s*/, "");
							else if (line.startsWith("retry:")) {
								const parsed = Number.parseInt(line.replace(/^retry:\s*/, ""), 10);
								if (!Number.isNaN(parsed)) retryDelay = parsed;
							}
							let data;
							let parsedJson = false;
							if (dataLines.length) {
								const rawData = dataLines.join("\n");
								try {
									data = JSON.parse(rawData);
									parsedJson = true;
								} catch {
									data = rawData;
								}
							}
							if (parsedJson) {
								if (responseValidator) await responseValidator(data);
								if (responseTransformer) data = await responseTransformer(data);
							}
							onSseEvent?.({
								data,
								event: eventName,
								id: lastEventId,
								retry: retryDelay
							});
							if (dataLines.length) yield data;
						}
					}
				} finally {
					signal.removeEventListener("abort", abortHandler);
					reader.releaseLock();
				}
				break;
			} catch (error) {
				onSseError?.(error);
				if (sseMaxRetryAttempts !== void 0 && attempt >= sseMaxRetryAttempts) break;
				const backoff = Math.min(retryDelay * 2 ** (attempt - 1), sseMaxRetryDelay ?? 3e4);
				await sleep(backoff);
			}
		}
	};
	return { stream: createStream() };
};

// node_modules/@opencode-ai/sdk/dist/v2/gen/core/pathSerializer.gen.js
const separatorArrayExplode = (style) => {
	switch (style) {
		case "label": return ".";
		case "matrix": return ";";
		case "simple": return ",";
		default: return "&";
	}
};
const separatorArrayNoExplode = (style) => {
	switch (style) {
		case "form": return ",";
		case "pipeDelimited": return "|";
		case "spaceDelimited": return "%20";
		default: return ",";
	}
};
const separatorObjectExplode = (style) => {
	switch (style) {
		case "label": return ".";
		case "matrix": return ";";
		case "simple": return ",";
		default: return "&";
	}
};
const serializeArrayParam = ({ allowReserved, explode, name, style, value }) => {
	if (!explode) {
		const joinedValues = (allowReserved ? value : value.map((v) => encodeURIComponent(v))).join(separatorArrayNoExplode(style));
		switch (style) {
			case "label": return `.${joinedValues}`;
			case "matrix": return `;${name}=${joinedValues}`;
			case "simple": return joinedValues;
			default: return `${name}=${joinedValues}`;
		}
	}
	const separator = separatorArrayExplode(style);
	const joinedValues = value.map((v) => {
		if (style === "label" || style === "simple") return allowReserved ? v : encodeURIComponent(v);
		return serializePrimitiveParam({
			allowReserved,
			name,
			value: v
		});
	}).join(separator);
	return style === "label" || style === "matrix" ? separator + joinedValues : joinedValues;
};
const serializePrimitiveParam = ({ allowReserved, name, value }) => {
	if (value === void 0 || value === null) return "";
	if (typeof value === "object") throw new Error("Deeply-nested arrays/objects aren’t supported. Provide your own `querySerializer()` to handle these.");
	return `${name}=${allowReserved ? value : encodeURIComponent(value)}`;
};
const serializeObjectParam = ({ allowReserved, explode, name, style, value, valueOnly }) => {
	if (value instanceof Date) return valueOnly ? value.toISOString() : `${name}=${value.toISOString()}`;
	if (style !== "deepObject" && !explode) {
		let values = [];
		Object.entries(value).forEach(([key, v]) => {
			values = [
				...values,
				key,
				allowReserved ? v : encodeURIComponent(v)
			];
		});
		const joinedValues = values.join(",");
		switch (style) {
			case "form": return `${name}=${joinedValues}`;
			case "label": return `.${joinedValues}`;
			case "matrix": return `;${name}=${joinedValues}`;
			default: return joinedValues;
		}
	}
	const separator = separatorObjectExplode(style);
	const joinedValues = Object.entries(value).map(([key, v]) => serializePrimitiveParam({
		allowReserved,
		name: style === "deepObject" ? `${name}[${key}]` : key,
		value: v
	})).join(separator);
	return style === "label" || style === "matrix" ? separator + joinedValues : joinedValues;
};

// node_modules/@opencode-ai/sdk/dist/v2/gen/core/utils.gen.js
const PATH_PARAM_RE = /\{[^{}]+\}/g;
const defaultPathSerializer = ({ path, url: _url }) => {
	let url = _url;
	const matches = _url.match(PATH_PARAM_RE);
	if (matches) for (const match of matches) {
		let explode = false;
		let name = match.substring(1, match.length - 1);
		let style = "simple";
		if (name.endsWith("*")) {
			explode = true;
			name = name.substring(0, name.length - 1);
		}
		if (name.startsWith(".")) {
			name = name.substring(1);
			style = "label";
		} else if (name.startsWith(";")) {
			name = name.substring(1);
			style = "matrix";
		}
		const value = path[name];
		if (value === void 0 || value === null) continue;
		if (Array.isArray(value)) {
			url = url.replace(match, serializeArrayParam({
				explode,
				name,
				style,
				value
			}));
			continue;
		}
		if (typeof value === "object") {
			url = url.replace(match, serializeObjectParam({
				explode,
				name,
				style,
				value,
				valueOnly: true
			}));
			continue;
		}
		if (style === "matrix") {
			url = url.replace(match, `;${serializePrimitiveParam({
				name,
				value
			})}`);
			continue;
		}
		const replaceValue = encodeURIComponent(style === "label" ? `.${value}` : value);
		url = url.replace(match, replaceValue);
	}
	return url;
};
const getUrl = ({ baseUrl, path, query, querySerializer, url: _url }) => {
	const pathUrl = _url.startsWith("/") ? _url : `/${_url}`;
	let url = (baseUrl ?? "") + pathUrl;
	if (path) url = defaultPathSerializer({
		path,
		url
	});
	let search = query ? querySerializer(query) : "";
	if (search.startsWith("?")) search = search.substring(1);
	if (search) url += `?${search}`;
	return url;
};
function getValidRequestBody(options) {
	const hasBody = options.body !== void 0;
	if (hasBody && options.bodySerializer) {
		if ("serializedBody" in options) return options.serializedBody !== void 0 && options.serializedBody !== "" ? options.serializedBody : null;
		return options.body !== "" ? options.body : null;
	}
	if (hasBody) return options.body;
}

// node_modules/@opencode-ai/sdk/dist/v2/gen/core/auth.gen.js
const getAuthToken = async (auth, callback) => {
	const token = typeof callback === "function" ? await callback(auth) : callback;
	if (!token) return;
	if (auth.scheme === "bearer") return `Bearer ${token}`;
	if (auth.scheme === "basic") return `Basic ${btoa(token)}`;
	return token;
};

// node_modules/@opencode-ai/sdk/dist/v2/gen/core/bodySerializer.gen.js
const jsonBodySerializer = { bodySerializer: (body) => JSON.stringify(body, (_key, value) => typeof value === "bigint" ? value.toString() : value) };

// node_modules/@opencode-ai/sdk/dist/v2/gen/client/utils.gen.js
const createQuerySerializer = ({ parameters = {}, ...args } = {}) => {
	const querySerializer = (queryParams) => {
		const search = [];
		if (queryParams && typeof queryParams === "object") for (const name in queryParams) {
			const value = queryParams[name];
			if (value === void 0 || value === null) continue;
			const options = parameters[name] || args;
			if (Array.isArray(value)) {
				const serializedArray = serializeArrayParam({
					allowReserved: options.allowReserved,
					explode: true,
					name,
					style: "form",
					value,
					...options.array
				});
				if (serializedArray) search.push(serializedArray);
			} else if (typeof value === "object") {
				const serializedObject = serializeObjectParam({
					allowReserved: options.allowReserved,
					explode: true,
					name,
					style: "deepObject",
					value,
					...options.object
				});
				if (serializedObject) search.push(serializedObject);
			} else {
				const serializedPrimitive = serializePrimitiveParam({
					allowReserved: options.allowReserved,
					name,
					value
				});
				if (serializedPrimitive) search.push(serializedPrimitive);
			}
		}
		return search.join("&");
	};
	return querySerializer;
};
/**
* Infers parseAs value from provided Content-Type header.
*/
const getParseAs = (contentType) => {
	if (!contentType) return "stream";
	const cleanContent = contentType.split(";")[0]?.trim();
	if (!cleanContent) return;
	if (cleanContent.startsWith("application/json") || cleanContent.endsWith("+json")) return "json";
	if (cleanContent === "multipart/form-data") return "formData";
	if ([
		"application/",
		"audio/",
		"image/",
		"video/"
	].some((type) => cleanContent.startsWith(type))) return "blob";
	if (cleanContent.startsWith("text/")) return "text";
};
const checkForExistence = (options, name) => {
	if (!name) return false;
	if (options.headers.has(name) || options.query?.[name] || options.headers.get("Cookie")?.includes(`${name}=`)) return true;
	return false;
};
const setAuthParams = async ({ security, ...options }) => {
	for (const auth of security) {
		if (checkForExistence(options, auth.name)) continue;
		const token = await getAuthToken(auth, options.auth);
		if (!token) continue;
		const name = auth.name ?? "Authorization";
		switch (auth.in) {
			case "query":
				if (!options.query) options.query = {};
				options.query[name] = token;
				break;
			case "cookie":
				options.headers.append("Cookie", `${name}=${token}`);
				break;
			default: options.headers.set(name, token);
		}
	}
};
const buildUrl = (options) => getUrl({
	baseUrl: options.baseUrl,
	path: options.path,
	query: options.query,
	querySerializer: typeof options.querySerializer === "function" ? options.querySerializer : createQuerySerializer(options.querySerializer),
	url: options.url
});
const mergeConfigs = (a, b) => {
	const config = {
		...a,
		...b
	};
	if (config.baseUrl?.endsWith("/")) config.baseUrl = config.baseUrl.substring(0, config.baseUrl.length - 1);
	config.headers = mergeHeaders(a.headers, b.headers);
	return config;
};
const headersEntries = (headers) => {
	const entries = [];
	headers.forEach((value, key) => {
		entries.push([key, value]);
	});
	return entries;
};
const mergeHeaders = (...headers) => {
	const mergedHeaders = new Headers();
	for (const header of headers) {
		if (!header) continue;
		const iterator = header instanceof Headers ? headersEntries(header) : Object.entries(header);
		for (const [key, value] of iterator) if (value === null) mergedHeaders.delete(key);
		else if (Array.isArray(value)) for (const v of value) mergedHeaders.append(key, v);
		else if (value !== void 0) mergedHeaders.set(key, typeof value === "object" ? JSON.stringify(value) : value);
	}
	return mergedHeaders;
};
var Interceptors = class {
	fns = [];
	clear() {
		this.fns = [];
	}
	eject(id) {
		const index = this.getInterceptorIndex(id);
		if (this.fns[index]) this.fns[index] = null;
	}
	exists(id) {
		const index = this.getInterceptorIndex(id);
		return Boolean(this.fns[index]);
	}
	getInterceptorIndex(id) {
		if (typeof id === "number") return this.fns[id] ? id : -1;
		return this.fns.indexOf(id);
	}
	update(id, fn) {
		const index = this.getInterceptorIndex(id);
		if (this.fns[index]) {
			this.fns[index] = fn;
			return id;
		}
		return false;
	}
	use(fn) {
		this.fns.push(fn);
		return this.fns.length - 1;
	}
};
const createInterceptors = () => ({
	error: new Interceptors(),
	request: new Interceptors(),
	response: new Interceptors()
});
const defaultQuerySerializer = createQuerySerializer({
	allowReserved: false,
	array: {
		explode: true,
		style: "form"
	},
	object: {
		explode: true,
		style: "deepObject"
	}
});
const defaultHeaders = { "Content-Type": "application/json" };
const createConfig = (override = {}) => ({
	...jsonBodySerializer,
	headers: defaultHeaders,
	parseAs: "auto",
	querySerializer: defaultQuerySerializer,
	...override
});

// node_modules/@opencode-ai/sdk/dist/v2/gen/client/client.gen.js
const createClient = (config = {}) => {
	let _config = mergeConfigs(createConfig(), config);
	const getConfig = () => ({ ..._config });
	const setConfig = (config) => {
		_config = mergeConfigs(_config, config);
		return getConfig();
	};
	const interceptors = createInterceptors();
	const beforeRequest = async (options) => {
		const opts = {
			..._config,
			...options,
			fetch: options.fetch ?? _config.fetch ?? globalThis.fetch,
			headers: mergeHeaders(_config.headers, options.headers),
			serializedBody: void 0
		};
		if (opts.security) await setAuthParams({
			...opts,
			security: opts.security
		});
		if (opts.requestValidator) await opts.requestValidator(opts);
		if (opts.body !== void 0 && opts.bodySerializer) opts.serializedBody = opts.bodySerializer(opts.body);
		if (opts.body === void 0 || opts.serializedBody === "") opts.headers.delete("Content-Type");
		return {
			opts,
			url: buildUrl(opts)
		};
	};
	const request = async (options) => {
		const { opts, url } = await beforeRequest(options);
		const requestInit = {
			redirect: "follow",
			...opts,
			body: getValidRequestBody(opts)
		};
		let request = new Request(url, requestInit);
		for (const fn of interceptors.request.fns) if (fn) request = await fn(request, opts);
		const _fetch = opts.fetch;
		let response;
		try {
			response = await _fetch(request);
		} catch (error) {
			let finalError = error;
			for (const fn of interceptors.error.fns) if (fn) finalError = await fn(error, void 0, request, opts);
			finalError = finalError || {};
			if (opts.throwOnError) throw finalError;
			return opts.responseStyle === "data" ? void 0 : {
				error: finalError,
				request,
				response: void 0
			};
		}
		for (const fn of interceptors.response.fns) if (fn) response = await fn(response, request, opts);
		const result = {
			request,
			response
		};
		if (response.ok) {
			const parseAs = (opts.parseAs === "auto" ? getParseAs(response.headers.get("Content-Type")) : opts.parseAs) ?? "json";
			if (response.status === 204 || response.headers.get("Content-Length") === "0") {
				let emptyData;
				switch (parseAs) {
					case "arrayBuffer":
					case "blob":
					case "text":
						emptyData = await response[parseAs]();
						break;
					case "formData":
						emptyData = new FormData();
						break;
					case "stream":
						emptyData = response.body;
						break;
					default: emptyData = {};
				}
				return opts.responseStyle === "data" ? emptyData : {
					data: emptyData,
					...result
				};
			}
			let data;
			switch (parseAs) {
				case "arrayBuffer":
				case "blob":
				case "formData":
				case "text":
					data = await response[parseAs]();
					break;
				case "json": {
					const text = await response.text();
					data = text ? JSON.parse(text) : {};
					break;
				}
				case "stream": return opts.responseStyle === "data" ? response.body : {
					data: response.body,
					...result
				};
			}
			if (parseAs === "json") {
				if (opts.responseValidator) await opts.responseValidator(data);
				if (opts.responseTransformer) data = await opts.responseTransformer(data);
			}
			return opts.responseStyle === "data" ? data : {
				data,
				...result
			};
		}
		const textError = await response.text();
		let jsonError;
		try {
			jsonError = JSON.parse(textError);
		} catch {}
		const error = jsonError ?? textError;
		let finalError = error;
		for (const fn of interceptors.error.fns) if (fn) finalError = await fn(error, response, request, opts);
		finalError = finalError || {};
		if (opts.throwOnError) throw finalError;
		return opts.responseStyle === "data" ? void 0 : {
			error: finalError,
			...result
		};
	};
	const makeMethodFn = (method) => (options) => request({
		...options,
		method
	});
	const makeSseFn = (method) => async (options) => {
		const { opts, url } = await beforeRequest(options);
		return createSseClient({
			...opts,
			body: opts.body,
			headers: opts.headers,
			method,
			onRequest: async (url, init) => {
				let request = new Request(url, init);
				for (const fn of interceptors.request.fns) if (fn) request = await fn(request, opts);
				return request;
			},
			serializedBody: getValidRequestBody(opts),
			url
		});
	};
	return {
		buildUrl,
		connect: makeMethodFn("CONNECT"),
		delete: makeMethodFn("DELETE"),
		get: makeMethodFn("GET"),
		getConfig,
		head: makeMethodFn("HEAD"),
		interceptors,
		options: makeMethodFn("OPTIONS"),
		patch: makeMethodFn("PATCH"),
		post: makeMethodFn("POST"),
		put: makeMethodFn("PUT"),
		request,
		setConfig,
		sse: {
			connect: makeSseFn("CONNECT"),
			delete: makeSseFn("DELETE"),
			get: makeSseFn("GET"),
			head: makeSseFn("HEAD"),
			options: makeSseFn("OPTIONS"),
			patch: makeSseFn("PATCH"),
			post: makeSseFn("POST"),
			put: makeSseFn("PUT"),
			trace: makeSseFn("TRACE")
		},
		trace: makeMethodFn("TRACE")
	};
};

// node_modules/@opencode-ai/sdk/dist/v2/gen/core/params.gen.js
const extraPrefixes = Object.entries({
	$body_: "body",
	$headers_: "headers",
	$path_: "path",
	$query_: "query"
});
const buildKeyMap = (fields, map) => {
	if (!map) map = /* @__PURE__ */ new Map();
	for (const config of fields) if ("in" in config) {
		if (config.key) map.set(config.key, {
			in: config.in,
			map: config.map
		});
	} else if ("key" in config) map.set(config.key, { map: config.map });
	else if (config.args) buildKeyMap(config.args, map);
	return map;
};
const stripEmptySlots = (params) => {
	for (const [slot, value] of Object.entries(params)) if (value && typeof value === "object" && !Object.keys(value).length) delete params[slot];
};
const buildClientParams = (args, fields) => {
	const params = {
		body: {},
		headers: {},
		path: {},
		query: {}
	};
	const map = buildKeyMap(fields);
	let config;
	for (const [index, arg] of args.entries()) {
		if (fields[index]) config = fields[index];
		if (!config) continue;
		if ("in" in config) {
			if (config.key) {
				const field = map.get(config.key);
				const name = field.map || config.key;
				if (field.in) params[field.in][name] = arg;
			} else params.body = arg;
		} else for (const [key, value] of Object.entries(arg ?? {})) {
			const field = map.get(key);
			if (field) {
				if (field.in) {
					const name = field.map || key;
					params[field.in][name] = value;
				} else params[field.map] = value;
			} else {
				const extra = extraPrefixes.find(([prefix]) => key.startsWith(prefix));
				if (extra) {
					const [prefix, slot] = extra;
					params[slot][key.slice(prefix.length)] = value;
				} else if ("allowExtra" in config && config.allowExtra) {
					for (const [slot, allowed] of Object.entries(config.allowExtra)) if (allowed) {
						params[slot][key] = value;
						break;
					}
				}
			}
		}
	}
	stripEmptySlots(params);
	return params;
};

// node_modules/@opencode-ai/sdk/dist/v2/gen/client.gen.js
const client = createClient(createConfig({ baseUrl: "http://localhost:4096" }));

// node_modules/@opencode-ai/sdk/dist/v2/gen/sdk.gen.js
var HeyApiClient = class {
	client;
	constructor(args) {
		this.client = args?.client ?? client;
	}
};
var HeyApiRegistry = class {
	defaultKey = "default";
	instances = /* @__PURE__ */ new Map();
	get(key) {
		const instance = this.instances.get(key ?? this.defaultKey);
		if (!instance) throw new Error(`No SDK client found. Create one with "new OpencodeClient()" to fix this error.`);
		return instance;
	}
	set(value, key) {
		this.instances.set(key ?? this.defaultKey, value);
	}
};
var Auth = class extends HeyApiClient {
	/**
	* Remove auth credentials
	*
	* Remove authentication credentials
	*/
	remove(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "path",
			key: "providerID"
		}] }]);
		return (options?.client ?? this.client).delete({
			url: "/auth/{providerID}",
			...options,
			...params
		});
	}
	/**
	* Set auth credentials
	*
	* Set authentication credentials
	*/
	set(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "path",
			key: "providerID"
		}, {
			key: "auth",
			map: "body"
		}] }]);
		return (options?.client ?? this.client).put({
			url: "/auth/{providerID}",
			...options,
			...params,
			headers: {
				"Content-Type": "application/json",
				...options?.headers,
				...params.headers
			}
		});
	}
};
var App = class extends HeyApiClient {
	/**
	* Write log
	*
	* Write a log entry to the server logs with specified level and metadata.
	*/
	log(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "query",
				key: "directory"
			},
			{
				in: "query",
				key: "workspace"
			},
			{
				in: "body",
				key: "service"
			},
			{
				in: "body",
				key: "level"
			},
			{
				in: "body",
				key: "message"
			},
			{
				in: "body",
				key: "extra"
			}
		] }]);
		return (options?.client ?? this.client).post({
			url: "/log",
			...options,
			...params,
			headers: {
				"Content-Type": "application/json",
				...options?.headers,
				...params.headers
			}
		});
	}
	/**
	* List agents
	*
	* Get a list of all available AI agents in the OpenCode system.
	*/
	agents(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "query",
			key: "directory"
		}, {
			in: "query",
			key: "workspace"
		}] }]);
		return (options?.client ?? this.client).get({
			url: "/agent",
			...options,
			...params
		});
	}
	/**
	* List skills
	*
	* Get a list of all available skills in the OpenCode system.
	*/
	skills(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "query",
			key: "directory"
		}, {
			in: "query",
			key: "workspace"
		}] }]);
		return (options?.client ?? this.client).get({
			url: "/skill",
			...options,
			...params
		});
	}
};
var ControlPlane = class extends HeyApiClient {
	/**
	* Move session
	*
	* Move a session to another project directory, optionally transferring local changes.
	*/
	moveSession(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "body",
				key: "sessionID"
			},
			{
				in: "body",
				key: "destination"
			},
			{
				in: "body",
				key: "moveChanges"
			}
		] }]);
		return (options?.client ?? this.client).post({
			url: "/experimental/control-plane/move-session",
			...options,
			...params,
			headers: {
				"Content-Type": "application/json",
				...options?.headers,
				...params.headers
			}
		});
	}
};
var Capabilities = class extends HeyApiClient {
	/**
	* Get experimental capabilities
	*
	* Get experimental features enabled on the OpenCode server.
	*/
	get(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "query",
			key: "directory"
		}, {
			in: "query",
			key: "workspace"
		}] }]);
		return (options?.client ?? this.client).get({
			url: "/experimental/capabilities",
			...options,
			...params
		});
	}
};
var Console = class extends HeyApiClient {
	/**
	* Get active Console provider metadata
	*
	* Get the active Console org name and the set of provider IDs managed by that Console org.
	*/
	get(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "query",
			key: "directory"
		}, {
			in: "query",
			key: "workspace"
		}] }]);
		return (options?.client ?? this.client).get({
			url: "/experimental/console",
			...options,
			...params
		});
	}
	/**
	* List switchable Console orgs
	*
	* Get the available Console orgs across logged-in accounts, including the current active org.
	*/
	listOrgs(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "query",
			key: "directory"
		}, {
			in: "query",
			key: "workspace"
		}] }]);
		return (options?.client ?? this.client).get({
			url: "/experimental/console/orgs",
			...options,
			...params
		});
	}
	/**
	* Switch active Console org
	*
	* Persist a new active Console account/org selection for the current local OpenCode state.
	*/
	switchOrg(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "query",
				key: "directory"
			},
			{
				in: "query",
				key: "workspace"
			},
			{
				in: "body",
				key: "accountID"
			},
			{
				in: "body",
				key: "orgID"
			}
		] }]);
		return (options?.client ?? this.client).post({
			url: "/experimental/console/switch",
			...options,
			...params,
			headers: {
				"Content-Type": "application/json",
				...options?.headers,
				...params.headers
			}
		});
	}
};
var Session = class extends HeyApiClient {
	/**
	* List sessions
	*
	* Get a list of all OpenCode sessions across projects, sorted by most recently updated. Archived sessions are excluded by default.
	*/
	list(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "query",
				key: "directory"
			},
			{
				in: "query",
				key: "workspace"
			},
			{
				in: "query",
				key: "roots"
			},
			{
				in: "query",
				key: "start"
			},
			{
				in: "query",
				key: "cursor"
			},
			{
				in: "query",
				key: "search"
			},
			{
				in: "query",
				key: "limit"
			},
			{
				in: "query",
				key: "archived"
			}
		] }]);
		return (options?.client ?? this.client).get({
			url: "/experimental/session",
			...options,
			...params
		});
	}
	/**
	* Background subagents
	*
	* Detach any synchronous subagents currently blocking the session and continue them in the background.
	*/
	background(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "path",
				key: "sessionID"
			},
			{
				in: "query",
				key: "directory"
			},
			{
				in: "query",
				key: "workspace"
			}
		] }]);
		return (options?.client ?? this.client).post({
			url: "/experimental/session/{sessionID}/background",
			...options,
			...params
		});
	}
};
var Resource = class extends HeyApiClient {
	/**
	* Get MCP resources
	*
	* Get all available MCP resources from connected servers. Optionally filter by name.
	*/
	list(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "query",
			key: "directory"
		}, {
			in: "query",
			key: "workspace"
		}] }]);
		return (options?.client ?? this.client).get({
			url: "/experimental/resource",
			...options,
			...params
		});
	}
};
var ProjectCopy = class extends HeyApiClient {
	/**
	* Generate project copy name
	*
	* Generate a short name for a project copy from task context.
	*/
	generateName(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "path",
				key: "projectID"
			},
			{
				in: "query",
				key: "directory"
			},
			{
				in: "query",
				key: "workspace"
			},
			{
				in: "body",
				key: "context"
			}
		] }]);
		return (options?.client ?? this.client).post({
			url: "/experimental/project/{projectID}/copy/generate-name",
			...options,
			...params,
			headers: {
				"Content-Type": "application/json",
				...options?.headers,
				...params.headers
			}
		});
	}
};
var Adapter = class extends HeyApiClient {
	/**
	* List workspace adapters
	*
	* List all available workspace adapters for the current project.
	*/
	list(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "query",
			key: "directory"
		}, {
			in: "query",
			key: "workspace"
		}] }]);
		return (options?.client ?? this.client).get({
			url: "/experimental/workspace/adapter",
			...options,
			...params
		});
	}
};
var Workspace = class extends HeyApiClient {
	/**
	* List workspaces
	*
	* List all workspaces.
	*/
	list(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "query",
			key: "directory"
		}, {
			in: "query",
			key: "workspace"
		}] }]);
		return (options?.client ?? this.client).get({
			url: "/experimental/workspace",
			...options,
			...params
		});
	}
	/**
	* Create workspace
	*
	* Create a workspace for the current project.
	*/
	create(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "query",
				key: "directory"
			},
			{
				in: "query",
				key: "workspace"
			},
			{
				in: "body",
				key: "id"
			},
			{
				in: "body",
				key: "type"
			},
			{
				in: "body",
				key: "branch"
			},
			{
				in: "body",
				key: "extra"
			}
		] }]);
		return (options?.client ?? this.client).post({
			url: "/experimental/workspace",
			...options,
			...params,
			headers: {
				"Content-Type": "application/json",
				...options?.headers,
				...params.headers
			}
		});
	}
	/**
	* Sync workspace list
	*
	* Register missing workspaces returned by workspace adapters.
	*/
	syncList(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "query",
			key: "directory"
		}, {
			in: "query",
			key: "workspace"
		}] }]);
		return (options?.client ?? this.client).post({
			url: "/experimental/workspace/sync-list",
			...options,
			...params
		});
	}
	/**
	* Workspace status
	*
	* Get connection status for workspaces in the current project.
	*/
	status(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "query",
			key: "directory"
		}, {
			in: "query",
			key: "workspace"
		}] }]);
		return (options?.client ?? this.client).get({
			url: "/experimental/workspace/status",
			...options,
			...params
		});
	}
	/**
	* Remove workspace
	*
	* Remove an existing workspace.
	*/
	remove(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "path",
				key: "id"
			},
			{
				in: "query",
				key: "directory"
			},
			{
				in: "query",
				key: "workspace"
			}
		] }]);
		return (options?.client ?? this.client).delete({
			url: "/experimental/workspace/{id}",
			...options,
			...params
		});
	}
	/**
	* Warp session into workspace
	*
	* Move a session's sync history into the target workspace, or detach it to the local project.
	*/
	warp(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "query",
				key: "directory"
			},
			{
				in: "query",
				key: "workspace"
			},
			{
				in: "body",
				key: "id"
			},
			{
				in: "body",
				key: "sessionID"
			},
			{
				in: "body",
				key: "copyChanges"
			}
		] }]);
		return (options?.client ?? this.client).post({
			url: "/experimental/workspace/warp",
			...options,
			...params,
			headers: {
				"Content-Type": "application/json",
				...options?.headers,
				...params.headers
			}
		});
	}
	_adapter;
	get adapter() {
		return this._adapter ??= new Adapter({ client: this.client });
	}
};
var Experimental = class extends HeyApiClient {
	_controlPlane;
	get controlPlane() {
		return this._controlPlane ??= new ControlPlane({ client: this.client });
	}
	_capabilities;
	get capabilities() {
		return this._capabilities ??= new Capabilities({ client: this.client });
	}
	_console;
	get console() {
		return this._console ??= new Console({ client: this.client });
	}
	_session;
	get session() {
		return this._session ??= new Session({ client: this.client });
	}
	_resource;
	get resource() {
		return this._resource ??= new Resource({ client: this.client });
	}
	_projectCopy;
	get projectCopy() {
		return this._projectCopy ??= new ProjectCopy({ client: this.client });
	}
	_workspace;
	get workspace() {
		return this._workspace ??= new Workspace({ client: this.client });
	}
};
var Config = class extends HeyApiClient {
	/**
	* Get global configuration
	*
	* Retrieve the current global OpenCode configuration settings and preferences.
	*/
	get(options) {
		return (options?.client ?? this.client).get({
			url: "/global/config",
			...options
		});
	}
	/**
	* Update global configuration
	*
	* Update global OpenCode configuration settings and preferences.
	*/
	update(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			key: "config",
			map: "body"
		}] }]);
		return (options?.client ?? this.client).patch({
			url: "/global/config",
			...options,
			...params,
			headers: {
				"Content-Type": "application/json",
				...options?.headers,
				...params.headers
			}
		});
	}
};
var Global = class extends HeyApiClient {
	/**
	* Get health
	*
	* Get health information about the OpenCode server.
	*/
	health(options) {
		return (options?.client ?? this.client).get({
			url: "/global/health",
			...options
		});
	}
	/**
	* Get global events
	*
	* Subscribe to global events from the OpenCode system using server-sent events.
	*/
	event(options) {
		return (options?.client ?? this.client).sse.get({
			url: "/global/event",
			...options
		});
	}
	/**
	* Dispose instance
	*
	* Clean up and dispose all OpenCode instances, releasing all resources.
	*/
	dispose(options) {
		return (options?.client ?? this.client).post({
			url: "/global/dispose",
			...options
		});
	}
	/**
	* Upgrade opencode
	*
	* Upgrade opencode to the specified version.
	*/
	upgrade(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "body",
			key: "target"
		}] }]);
		return (options?.client ?? this.client).post({
			url: "/global/upgrade",
			...options,
			...params,
			headers: {
				"Content-Type": "application/json",
				...options?.headers,
				...params.headers
			}
		});
	}
	_config;
	get config() {
		return this._config ??= new Config({ client: this.client });
	}
};
var Event = class extends HeyApiClient {
	/**
	* Subscribe to events
	*
	* Get events
	*/
	subscribe(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "query",
			key: "directory"
		}, {
			in: "query",
			key: "workspace"
		}] }]);
		return (options?.client ?? this.client).sse.get({
			url: "/event",
			...options,
			...params
		});
	}
};
var Config2 = class extends HeyApiClient {
	/**
	* Get configuration
	*
	* Retrieve the current OpenCode configuration settings and preferences.
	*/
	get(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "query",
			key: "directory"
		}, {
			in: "query",
			key: "workspace"
		}] }]);
		return (options?.client ?? this.client).get({
			url: "/config",
			...options,
			...params
		});
	}
	/**
	* Update configuration
	*
	* Update OpenCode configuration settings and preferences.
	*/
	update(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "query",
				key: "directory"
			},
			{
				in: "query",
				key: "workspace"
			},
			{
				key: "config",
				map: "body"
			}
		] }]);
		return (options?.client ?? this.client).patch({
			url: "/config",
			...options,
			...params,
			headers: {
				"Content-Type": "application/json",
				...options?.headers,
				...params.headers
			}
		});
	}
	/**
	* List config providers
	*
	* Get a list of all configured AI providers and their default models.
	*/
	providers(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "query",
			key: "directory"
		}, {
			in: "query",
			key: "workspace"
		}] }]);
		return (options?.client ?? this.client).get({
			url: "/config/providers",
			...options,
			...params
		});
	}
};
var Tool = class extends HeyApiClient {
	/**
	* List tools
	*
	* Get a list of available tools with their JSON schema parameters for a specific provider and model combination.
	*/
	list(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "query",
				key: "directory"
			},
			{
				in: "query",
				key: "workspace"
			},
			{
				in: "query",
				key: "provider"
			},
			{
				in: "query",
				key: "model"
			}
		] }]);
		return (options?.client ?? this.client).get({
			url: "/experimental/tool",
			...options,
			...params
		});
	}
	/**
	* List tool IDs
	*
	* Get a list of all available tool IDs, including both built-in tools and dynamically registered tools.
	*/
	ids(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "query",
			key: "directory"
		}, {
			in: "query",
			key: "workspace"
		}] }]);
		return (options?.client ?? this.client).get({
			url: "/experimental/tool/ids",
			...options,
			...params
		});
	}
};
var Worktree = class extends HeyApiClient {
	/**
	* Remove worktree
	*
	* Remove a git worktree and delete its branch.
	*/
	remove(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "query",
				key: "directory"
			},
			{
				in: "query",
				key: "workspace"
			},
			{
				key: "worktreeRemoveInput",
				map: "body"
			}
		] }]);
		return (options?.client ?? this.client).delete({
			url: "/experimental/worktree",
			...options,
			...params,
			headers: {
				"Content-Type": "application/json",
				...options?.headers,
				...params.headers
			}
		});
	}
	/**
	* List worktrees
	*
	* List all sandbox worktrees for the current project.
	*/
	list(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "query",
			key: "directory"
		}, {
			in: "query",
			key: "workspace"
		}] }]);
		return (options?.client ?? this.client).get({
			url: "/experimental/worktree",
			...options,
			...params
		});
	}
	/**
	* Create worktree
	*
	* Create a new git worktree for the current project and run any configured startup scripts.
	*/
	create(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "query",
				key: "directory"
			},
			{
				in: "query",
				key: "workspace"
			},
			{
				key: "worktreeCreateInput",
				map: "body"
			}
		] }]);
		return (options?.client ?? this.client).post({
			url: "/experimental/worktree",
			...options,
			...params,
			headers: {
				"Content-Type": "application/json",
				...options?.headers,
				...params.headers
			}
		});
	}
	/**
	* Reset worktree
	*
	* Reset a worktree branch to the primary default branch.
	*/
	reset(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "query",
				key: "directory"
			},
			{
				in: "query",
				key: "workspace"
			},
			{
				key: "worktreeResetInput",
				map: "body"
			}
		] }]);
		return (options?.client ?? this.client).post({
			url: "/experimental/worktree/reset",
			...options,
			...params,
			headers: {
				"Content-Type": "application/json",
				...options?.headers,
				...params.headers
			}
		});
	}
};
var Find = class extends HeyApiClient {
	/**
	* Find text
	*
	* Search for text patterns across files in the project using ripgrep.
	*/
	text(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "query",
				key: "directory"
			},
			{
				in: "query",
				key: "workspace"
			},
			{
				in: "query",
				key: "pattern"
			}
		] }]);
		return (options?.client ?? this.client).get({
			url: "/find",
			...options,
			...params
		});
	}
	/**
	* Find files
	*
	* Search for files or directories by name or pattern in the project directory.
	*/
	files(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "query",
				key: "directory"
			},
			{
				in: "query",
				key: "workspace"
			},
			{
				in: "query",
				key: "query"
			},
			{
				in: "query",
				key: "dirs"
			},
			{
				in: "query",
				key: "type"
			},
			{
				in: "query",
				key: "limit"
			}
		] }]);
		return (options?.client ?? this.client).get({
			url: "/find/file",
			...options,
			...params
		});
	}
	/**
	* Find symbols
	*
	* Search for workspace symbols like functions, classes, and variables using LSP.
	*/
	symbols(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "query",
				key: "directory"
			},
			{
				in: "query",
				key: "workspace"
			},
			{
				in: "query",
				key: "query"
			}
		] }]);
		return (options?.client ?? this.client).get({
			url: "/find/symbol",
			...options,
			...params
		});
	}
};
var File = class extends HeyApiClient {
	/**
	* List files
	*
	* List files and directories in a specified path.
	*/
	list(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "query",
				key: "directory"
			},
			{
				in: "query",
				key: "workspace"
			},
			{
				in: "query",
				key: "path"
			}
		] }]);
		return (options?.client ?? this.client).get({
			url: "/file",
			...options,
			...params
		});
	}
	/**
	* Read file
	*
	* Read the content of a specified file.
	*/
	read(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "query",
				key: "directory"
			},
			{
				in: "query",
				key: "workspace"
			},
			{
				in: "query",
				key: "path"
			}
		] }]);
		return (options?.client ?? this.client).get({
			url: "/file/content",
			...options,
			...params
		});
	}
	/**
	* Get file status
	*
	* Get the git status of all files in the project.
	*/
	status(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "query",
			key: "directory"
		}, {
			in: "query",
			key: "workspace"
		}] }]);
		return (options?.client ?? this.client).get({
			url: "/file/status",
			...options,
			...params
		});
	}
};
var Instance = class extends HeyApiClient {
	/**
	* Dispose instance
	*
	* Clean up and dispose the current OpenCode instance, releasing all resources.
	*/
	dispose(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "query",
			key: "directory"
		}, {
			in: "query",
			key: "workspace"
		}] }]);
		return (options?.client ?? this.client).post({
			url: "/instance/dispose",
			...options,
			...params
		});
	}
};
var Path = class extends HeyApiClient {
	/**
	* Get paths
	*
	* Retrieve the current working directory and related path information for the OpenCode instance.
	*/
	get(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "query",
			key: "directory"
		}, {
			in: "query",
			key: "workspace"
		}] }]);
		return (options?.client ?? this.client).get({
			url: "/path",
			...options,
			...params
		});
	}
};
var Diff = class extends HeyApiClient {
	/**
	* Get raw VCS diff
	*
	* Retrieve a raw patch for current uncommitted changes.
	*/
	raw(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "query",
			key: "directory"
		}, {
			in: "query",
			key: "workspace"
		}] }]);
		return (options?.client ?? this.client).get({
			url: "/vcs/diff/raw",
			...options,
			...params
		});
	}
};
var Vcs = class extends HeyApiClient {
	/**
	* Get VCS info
	*
	* Retrieve version control system (VCS) information for the current project, such as git branch.
	*/
	get(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "query",
			key: "directory"
		}, {
			in: "query",
			key: "workspace"
		}] }]);
		return (options?.client ?? this.client).get({
			url: "/vcs",
			...options,
			...params
		});
	}
	/**
	* Get VCS status
	*
	* Retrieve changed files in the current working tree without patches.
	*/
	status(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "query",
			key: "directory"
		}, {
			in: "query",
			key: "workspace"
		}] }]);
		return (options?.client ?? this.client).get({
			url: "/vcs/status",
			...options,
			...params
		});
	}
	/**
	* Get VCS diff
	*
	* Retrieve the current git diff for the working tree or against the default branch.
	*/
	diff(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "query",
				key: "directory"
			},
			{
				in: "query",
				key: "workspace"
			},
			{
				in: "query",
				key: "mode"
			},
			{
				in: "query",
				key: "context"
			}
		] }]);
		return (options?.client ?? this.client).get({
			url: "/vcs/diff",
			...options,
			...params
		});
	}
	/**
	* Apply VCS patch
	*
	* Apply a raw patch to the current working tree.
	*/
	apply(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "query",
				key: "directory"
			},
			{
				in: "query",
				key: "workspace"
			},
			{
				in: "body",
				key: "patch"
			}
		] }]);
		return (options?.client ?? this.client).post({
			url: "/vcs/apply",
			...options,
			...params,
			headers: {
				"Content-Type": "application/json",
				...options?.headers,
				...params.headers
			}
		});
	}
	_diff;
	get diff2() {
		return this._diff ??= new Diff({ client: this.client });
	}
};
var Command = class extends HeyApiClient {
	/**
	* List commands
	*
	* Get a list of all available commands in the OpenCode system.
	*/
	list(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "query",
			key: "directory"
		}, {
			in: "query",
			key: "workspace"
		}] }]);
		return (options?.client ?? this.client).get({
			url: "/command",
			...options,
			...params
		});
	}
};
var Lsp = class extends HeyApiClient {
	/**
	* Get LSP status
	*
	* Get LSP server status
	*/
	status(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "query",
			key: "directory"
		}, {
			in: "query",
			key: "workspace"
		}] }]);
		return (options?.client ?? this.client).get({
			url: "/lsp",
			...options,
			...params
		});
	}
};
var Formatter = class extends HeyApiClient {
	/**
	* Get formatter status
	*
	* Get formatter status
	*/
	status(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "query",
			key: "directory"
		}, {
			in: "query",
			key: "workspace"
		}] }]);
		return (options?.client ?? this.client).get({
			url: "/formatter",
			...options,
			...params
		});
	}
};
var Auth2 = class extends HeyApiClient {
	/**
	* Remove MCP OAuth
	*
	* Remove OAuth credentials for an MCP server.
	*/
	remove(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "path",
				key: "name"
			},
			{
				in: "query",
				key: "directory"
			},
			{
				in: "query",
				key: "workspace"
			}
		] }]);
		return (options?.client ?? this.client).delete({
			url: "/mcp/{name}/auth",
			...options,
			...params
		});
	}
	/**
	* Start MCP OAuth
	*
	* Start OAuth authentication flow for a Model Context Protocol (MCP) server.
	*/
	start(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "path",
				key: "name"
			},
			{
				in: "query",
				key: "directory"
			},
			{
				in: "query",
				key: "workspace"
			}
		] }]);
		return (options?.client ?? this.client).post({
			url: "/mcp/{name}/auth",
			...options,
			...params
		});
	}
	/**
	* Complete MCP OAuth
	*
	* Complete OAuth authentication for a Model Context Protocol (MCP) server using the authorization code.
	*/
	callback(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "path",
				key: "name"
			},
			{
				in: "query",
				key: "directory"
			},
			{
				in: "query",
				key: "workspace"
			},
			{
				in: "body",
				key: "code"
			}
		] }]);
		return (options?.client ?? this.client).post({
			url: "/mcp/{name}/auth/callback",
			...options,
			...params,
			headers: {
				"Content-Type": "application/json",
				...options?.headers,
				...params.headers
			}
		});
	}
	/**
	* Authenticate MCP OAuth
	*
	* Start OAuth flow and wait for callback (opens browser).
	*/
	authenticate(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "path",
				key: "name"
			},
			{
				in: "query",
				key: "directory"
			},
			{
				in: "query",
				key: "workspace"
			}
		] }]);
		return (options?.client ?? this.client).post({
			url: "/mcp/{name}/auth/authenticate",
			...options,
			...params
		});
	}
};
var Mcp = class extends HeyApiClient {
	/**
	* Get MCP status
	*
	* Get the status of all Model Context Protocol (MCP) servers.
	*/
	status(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "query",
			key: "directory"
		}, {
			in: "query",
			key: "workspace"
		}] }]);
		return (options?.client ?? this.client).get({
			url: "/mcp",
			...options,
			...params
		});
	}
	/**
	* Add MCP server
	*
	* Dynamically add a new Model Context Protocol (MCP) server to the system.
	*/
	add(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "query",
				key: "directory"
			},
			{
				in: "query",
				key: "workspace"
			},
			{
				in: "body",
				key: "name"
			},
			{
				in: "body",
				key: "config"
			}
		] }]);
		return (options?.client ?? this.client).post({
			url: "/mcp",
			...options,
			...params,
			headers: {
				"Content-Type": "application/json",
				...options?.headers,
				...params.headers
			}
		});
	}
	/**
	* Connect an MCP server.
	*/
	connect(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "path",
				key: "name"
			},
			{
				in: "query",
				key: "directory"
			},
			{
				in: "query",
				key: "workspace"
			}
		] }]);
		return (options?.client ?? this.client).post({
			url: "/mcp/{name}/connect",
			...options,
			...params
		});
	}
	/**
	* Disconnect an MCP server.
	*/
	disconnect(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "path",
				key: "name"
			},
			{
				in: "query",
				key: "directory"
			},
			{
				in: "query",
				key: "workspace"
			}
		] }]);
		return (options?.client ?? this.client).post({
			url: "/mcp/{name}/disconnect",
			...options,
			...params
		});
	}
	_auth;
	get auth() {
		return this._auth ??= new Auth2({ client: this.client });
	}
};
var Project = class extends HeyApiClient {
	/**
	* List all projects
	*
	* Get a list of projects that have been opened with OpenCode.
	*/
	list(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "query",
			key: "directory"
		}, {
			in: "query",
			key: "workspace"
		}] }]);
		return (options?.client ?? this.client).get({
			url: "/project",
			...options,
			...params
		});
	}
	/**
	* Get current project
	*
	* Retrieve the currently active project that OpenCode is working with.
	*/
	current(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "query",
			key: "directory"
		}, {
			in: "query",
			key: "workspace"
		}] }]);
		return (options?.client ?? this.client).get({
			url: "/project/current",
			...options,
			...params
		});
	}
	/**
	* Initialize git repository
	*
	* Create a git repository for the current project and return the refreshed project info.
	*/
	initGit(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "query",
			key: "directory"
		}, {
			in: "query",
			key: "workspace"
		}] }]);
		return (options?.client ?? this.client).post({
			url: "/project/git/init",
			...options,
			...params
		});
	}
	/**
	* Update project
	*
	* Update project properties such as name, icon, and commands.
	*/
	update(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "path",
				key: "projectID"
			},
			{
				in: "query",
				key: "directory"
			},
			{
				in: "query",
				key: "workspace"
			},
			{
				in: "body",
				key: "name"
			},
			{
				in: "body",
				key: "icon"
			},
			{
				in: "body",
				key: "commands"
			}
		] }]);
		return (options?.client ?? this.client).patch({
			url: "/project/{projectID}",
			...options,
			...params,
			headers: {
				"Content-Type": "application/json",
				...options?.headers,
				...params.headers
			}
		});
	}
	/**
	* List project directories
	*
	* List known local absolute directories for a project.
	*/
	directories(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "path",
				key: "projectID"
			},
			{
				in: "query",
				key: "directory"
			},
			{
				in: "query",
				key: "workspace"
			}
		] }]);
		return (options?.client ?? this.client).get({
			url: "/project/{projectID}/directories",
			...options,
			...params
		});
	}
};
var Pty = class extends HeyApiClient {
	/**
	* List available shells
	*
	* Get a list of available shells on the system.
	*/
	shells(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "query",
			key: "directory"
		}, {
			in: "query",
			key: "workspace"
		}] }]);
		return (options?.client ?? this.client).get({
			url: "/pty/shells",
			...options,
			...params
		});
	}
	/**
	* List PTY sessions
	*
	* Get a list of all active pseudo-terminal (PTY) sessions managed by OpenCode.
	*/
	list(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "query",
			key: "directory"
		}, {
			in: "query",
			key: "workspace"
		}] }]);
		return (options?.client ?? this.client).get({
			url: "/pty",
			...options,
			...params
		});
	}
	/**
	* Create PTY session
	*
	* Create a new pseudo-terminal (PTY) session for running shell commands and processes.
	*/
	create(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "query",
				key: "directory"
			},
			{
				in: "query",
				key: "workspace"
			},
			{
				in: "body",
				key: "command"
			},
			{
				in: "body",
				key: "args"
			},
			{
				in: "body",
				key: "cwd"
			},
			{
				in: "body",
				key: "title"
			},
			{
				in: "body",
				key: "env"
			}
		] }]);
		return (options?.client ?? this.client).post({
			url: "/pty",
			...options,
			...params,
			headers: {
				"Content-Type": "application/json",
				...options?.headers,
				...params.headers
			}
		});
	}
	/**
	* Remove PTY session
	*
	* Remove and terminate a specific pseudo-terminal (PTY) session.
	*/
	remove(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "path",
				key: "ptyID"
			},
			{
				in: "query",
				key: "directory"
			},
			{
				in: "query",
				key: "workspace"
			}
		] }]);
		return (options?.client ?? this.client).delete({
			url: "/pty/{ptyID}",
			...options,
			...params
		});
	}
	/**
	* Get PTY session
	*
	* Retrieve detailed information about a specific pseudo-terminal (PTY) session.
	*/
	get(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "path",
				key: "ptyID"
			},
			{
				in: "query",
				key: "directory"
			},
			{
				in: "query",
				key: "workspace"
			}
		] }]);
		return (options?.client ?? this.client).get({
			url: "/pty/{ptyID}",
			...options,
			...params
		});
	}
	/**
	* Update PTY session
	*
	* Update properties of an existing pseudo-terminal (PTY) session.
	*/
	update(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "path",
				key: "ptyID"
			},
			{
				in: "query",
				key: "directory"
			},
			{
				in: "query",
				key: "workspace"
			},
			{
				in: "body",
				key: "title"
			},
			{
				in: "body",
				key: "size"
			}
		] }]);
		return (options?.client ?? this.client).put({
			url: "/pty/{ptyID}",
			...options,
			...params,
			headers: {
				"Content-Type": "application/json",
				...options?.headers,
				...params.headers
			}
		});
	}
	/**
	* Create PTY WebSocket token
	*
	* Create a short-lived ticket for opening a PTY WebSocket connection.
	*/
	connectToken(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "path",
				key: "ptyID"
			},
			{
				in: "query",
				key: "directory"
			},
			{
				in: "query",
				key: "workspace"
			}
		] }]);
		return (options?.client ?? this.client).post({
			url: "/pty/{ptyID}/connect-token",
			...options,
			...params
		});
	}
	/**
	* Connect to PTY session
	*
	* Establish a WebSocket connection to interact with a pseudo-terminal (PTY) session in real-time.
	*/
	connect(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "path",
				key: "ptyID"
			},
			{
				in: "query",
				key: "directory"
			},
			{
				in: "query",
				key: "workspace"
			},
			{
				in: "query",
				key: "cursor"
			},
			{
				in: "query",
				key: "ticket"
			}
		] }]);
		return (options?.client ?? this.client).get({
			url: "/pty/{ptyID}/connect",
			...options,
			...params
		});
	}
};
var Question = class extends HeyApiClient {
	/**
	* List pending questions
	*
	* Get all pending question requests across all sessions.
	*/
	list(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "query",
			key: "directory"
		}, {
			in: "query",
			key: "workspace"
		}] }]);
		return (options?.client ?? this.client).get({
			url: "/question",
			...options,
			...params
		});
	}
	/**
	* Reply to question request
	*
	* Provide answers to a question request from the AI assistant.
	*/
	reply(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "path",
				key: "requestID"
			},
			{
				in: "query",
				key: "directory"
			},
			{
				in: "query",
				key: "workspace"
			},
			{
				in: "body",
				key: "answers"
			}
		] }]);
		return (options?.client ?? this.client).post({
			url: "/question/{requestID}/reply",
			...options,
			...params,
			headers: {
				"Content-Type": "application/json",
				...options?.headers,
				...params.headers
			}
		});
	}
	/**
	* Reject question request
	*
	* Reject a question request from the AI assistant.
	*/
	reject(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "path",
				key: "requestID"
			},
			{
				in: "query",
				key: "directory"
			},
			{
				in: "query",
				key: "workspace"
			}
		] }]);
		return (options?.client ?? this.client).post({
			url: "/question/{requestID}/reject",
			...options,
			...params
		});
	}
};
var Permission = class extends HeyApiClient {
	/**
	* List pending permissions
	*
	* Get all pending permission requests across all sessions.
	*/
	list(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "query",
			key: "directory"
		}, {
			in: "query",
			key: "workspace"
		}] }]);
		return (options?.client ?? this.client).get({
			url: "/permission",
			...options,
			...params
		});
	}
	/**
	* Respond to permission request
	*
	* Approve or deny a permission request from the AI assistant.
	*/
	reply(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "path",
				key: "requestID"
			},
			{
				in: "query",
				key: "directory"
			},
			{
				in: "query",
				key: "workspace"
			},
			{
				in: "body",
				key: "reply"
			},
			{
				in: "body",
				key: "message"
			}
		] }]);
		return (options?.client ?? this.client).post({
			url: "/permission/{requestID}/reply",
			...options,
			...params,
			headers: {
				"Content-Type": "application/json",
				...options?.headers,
				...params.headers
			}
		});
	}
	/**
	* Respond to permission
	*
	* Approve or deny a permission request from the AI assistant.
	*
	* @deprecated
	*/
	respond(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "path",
				key: "sessionID"
			},
			{
				in: "path",
				key: "permissionID"
			},
			{
				in: "query",
				key: "directory"
			},
			{
				in: "query",
				key: "workspace"
			},
			{
				in: "body",
				key: "response"
			}
		] }]);
		return (options?.client ?? this.client).post({
			url: "/session/{sessionID}/permissions/{permissionID}",
			...options,
			...params,
			headers: {
				"Content-Type": "application/json",
				...options?.headers,
				...params.headers
			}
		});
	}
};
var Oauth = class extends HeyApiClient {
	/**
	* Start OAuth authorization
	*
	* Start the OAuth authorization flow for a provider.
	*/
	authorize(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "path",
				key: "providerID"
			},
			{
				in: "query",
				key: "directory"
			},
			{
				in: "query",
				key: "workspace"
			},
			{
				in: "body",
				key: "method"
			},
			{
				in: "body",
				key: "inputs"
			}
		] }]);
		return (options?.client ?? this.client).post({
			url: "/provider/{providerID}/oauth/authorize",
			...options,
			...params,
			headers: {
				"Content-Type": "application/json",
				...options?.headers,
				...params.headers
			}
		});
	}
	/**
	* Handle OAuth callback
	*
	* Handle the OAuth callback from a provider after user authorization.
	*/
	callback(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "path",
				key: "providerID"
			},
			{
				in: "query",
				key: "directory"
			},
			{
				in: "query",
				key: "workspace"
			},
			{
				in: "body",
				key: "method"
			},
			{
				in: "body",
				key: "code"
			}
		] }]);
		return (options?.client ?? this.client).post({
			url: "/provider/{providerID}/oauth/callback",
			...options,
			...params,
			headers: {
				"Content-Type": "application/json",
				...options?.headers,
				...params.headers
			}
		});
	}
};
var Provider = class extends HeyApiClient {
	/**
	* List providers
	*
	* Get a list of all available AI providers, including both available and connected ones.
	*/
	list(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "query",
			key: "directory"
		}, {
			in: "query",
			key: "workspace"
		}] }]);
		return (options?.client ?? this.client).get({
			url: "/provider",
			...options,
			...params
		});
	}
	/**
	* Get provider auth methods
	*
	* Retrieve available authentication methods for all AI providers.
	*/
	auth(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "query",
			key: "directory"
		}, {
			in: "query",
			key: "workspace"
		}] }]);
		return (options?.client ?? this.client).get({
			url: "/provider/auth",
			...options,
			...params
		});
	}
	_oauth;
	get oauth() {
		return this._oauth ??= new Oauth({ client: this.client });
	}
};
var Session2 = class extends HeyApiClient {
	/**
	* List sessions
	*
	* Get a list of all OpenCode sessions, sorted by most recently updated.
	*/
	list(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "query",
				key: "directory"
			},
			{
				in: "query",
				key: "workspace"
			},
			{
				in: "query",
				key: "scope"
			},
			{
				in: "query",
				key: "path"
			},
			{
				in: "query",
				key: "roots"
			},
			{
				in: "query",
				key: "start"
			},
			{
				in: "query",
				key: "search"
			},
			{
				in: "query",
				key: "limit"
			}
		] }]);
		return (options?.client ?? this.client).get({
			url: "/session",
			...options,
			...params
		});
	}
	/**
	* Create session
	*
	* Create a new OpenCode session for interacting with AI assistants and managing conversations.
	*/
	create(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "query",
				key: "directory"
			},
			{
				in: "query",
				key: "workspace"
			},
			{
				in: "body",
				key: "parentID"
			},
			{
				in: "body",
				key: "title"
			},
			{
				in: "body",
				key: "agent"
			},
			{
				in: "body",
				key: "model"
			},
			{
				in: "body",
				key: "metadata"
			},
			{
				in: "body",
				key: "permission"
			},
			{
				in: "body",
				key: "workspaceID"
			}
		] }]);
		return (options?.client ?? this.client).post({
			url: "/session",
			...options,
			...params,
			headers: {
				"Content-Type": "application/json",
				...options?.headers,
				...params.headers
			}
		});
	}
	/**
	* Get session status
	*
	* Retrieve the current status of all sessions, including active, idle, and completed states.
	*/
	status(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "query",
			key: "directory"
		}, {
			in: "query",
			key: "workspace"
		}] }]);
		return (options?.client ?? this.client).get({
			url: "/session/status",
			...options,
			...params
		});
	}
	/**
	* Delete session
	*
	* Delete a session and permanently remove all associated data, including messages and history.
	*/
	delete(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "path",
				key: "sessionID"
			},
			{
				in: "query",
				key: "directory"
			},
			{
				in: "query",
				key: "workspace"
			}
		] }]);
		return (options?.client ?? this.client).delete({
			url: "/session/{sessionID}",
			...options,
			...params
		});
	}
	/**
	* Get session
	*
	* Retrieve detailed information about a specific OpenCode session.
	*/
	get(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "path",
				key: "sessionID"
			},
			{
				in: "query",
				key: "directory"
			},
			{
				in: "query",
				key: "workspace"
			}
		] }]);
		return (options?.client ?? this.client).get({
			url: "/session/{sessionID}",
			...options,
			...params
		});
	}
	/**
	* Update session
	*
	* Update properties of an existing session, such as title or other metadata.
	*/
	update(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "path",
				key: "sessionID"
			},
			{
				in: "query",
				key: "directory"
			},
			{
				in: "query",
				key: "workspace"
			},
			{
				in: "body",
				key: "title"
			},
			{
				in: "body",
				key: "metadata"
			},
			{
				in: "body",
				key: "permission"
			},
			{
				in: "body",
				key: "time"
			}
		] }]);
		return (options?.client ?? this.client).patch({
			url: "/session/{sessionID}",
			...options,
			...params,
			headers: {
				"Content-Type": "application/json",
				...options?.headers,
				...params.headers
			}
		});
	}
	/**
	* Get session children
	*
	* Retrieve all child sessions that were forked from the specified parent session.
	*/
	children(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "path",
				key: "sessionID"
			},
			{
				in: "query",
				key: "directory"
			},
			{
				in: "query",
				key: "workspace"
			}
		] }]);
		return (options?.client ?? this.client).get({
			url: "/session/{sessionID}/children",
			...options,
			...params
		});
	}
	/**
	* Get session todos
	*
	* Retrieve the todo list associated with a specific session, showing tasks and action items.
	*/
	todo(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "path",
				key: "sessionID"
			},
			{
				in: "query",
				key: "directory"
			},
			{
				in: "query",
				key: "workspace"
			}
		] }]);
		return (options?.client ?? this.client).get({
			url: "/session/{sessionID}/todo",
			...options,
			...params
		});
	}
	/**
	* Get message diff
	*
	* Get the file changes (diff) that resulted from a specific user message in the session.
	*/
	diff(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "path",
				key: "sessionID"
			},
			{
				in: "query",
				key: "directory"
			},
			{
				in: "query",
				key: "workspace"
			},
			{
				in: "query",
				key: "messageID"
			}
		] }]);
		return (options?.client ?? this.client).get({
			url: "/session/{sessionID}/diff",
			...options,
			...params
		});
	}
	/**
	* Get session messages
	*
	* Retrieve all messages in a session, including user prompts and AI responses.
	*/
	messages(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "path",
				key: "sessionID"
			},
			{
				in: "query",
				key: "directory"
			},
			{
				in: "query",
				key: "workspace"
			},
			{
				in: "query",
				key: "limit"
			},
			{
				in: "query",
				key: "before"
			}
		] }]);
		return (options?.client ?? this.client).get({
			url: "/session/{sessionID}/message",
			...options,
			...params
		});
	}
	/**
	* Send message
	*
	* Create and send a new message to a session, streaming the AI response.
	*/
	prompt(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "path",
				key: "sessionID"
			},
			{
				in: "query",
				key: "directory"
			},
			{
				in: "query",
				key: "workspace"
			},
			{
				in: "body",
				key: "messageID"
			},
			{
				in: "body",
				key: "model"
			},
			{
				in: "body",
				key: "agent"
			},
			{
				in: "body",
				key: "noReply"
			},
			{
				in: "body",
				key: "tools"
			},
			{
				in: "body",
				key: "format"
			},
			{
				in: "body",
				key: "system"
			},
			{
				in: "body",
				key: "variant"
			},
			{
				in: "body",
				key: "parts"
			}
		] }]);
		return (options?.client ?? this.client).post({
			url: "/session/{sessionID}/message",
			...options,
			...params,
			headers: {
				"Content-Type": "application/json",
				...options?.headers,
				...params.headers
			}
		});
	}
	/**
	* Delete message
	*
	* Permanently delete a specific message and all of its parts from a session without reverting file changes.
	*/
	deleteMessage(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "path",
				key: "sessionID"
			},
			{
				in: "path",
				key: "messageID"
			},
			{
				in: "query",
				key: "directory"
			},
			{
				in: "query",
				key: "workspace"
			}
		] }]);
		return (options?.client ?? this.client).delete({
			url: "/session/{sessionID}/message/{messageID}",
			...options,
			...params
		});
	}
	/**
	* Get message
	*
	* Retrieve a specific message from a session by its message ID.
	*/
	message(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "path",
				key: "sessionID"
			},
			{
				in: "path",
				key: "messageID"
			},
			{
				in: "query",
				key: "directory"
			},
			{
				in: "query",
				key: "workspace"
			}
		] }]);
		return (options?.client ?? this.client).get({
			url: "/session/{sessionID}/message/{messageID}",
			...options,
			...params
		});
	}
	/**
	* Fork session
	*
	* Create a new session by forking an existing session at a specific message point.
	*/
	fork(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "path",
				key: "sessionID"
			},
			{
				in: "query",
				key: "directory"
			},
			{
				in: "query",
				key: "workspace"
			},
			{
				in: "body",
				key: "messageID"
			}
		] }]);
		return (options?.client ?? this.client).post({
			url: "/session/{sessionID}/fork",
			...options,
			...params,
			headers: {
				"Content-Type": "application/json",
				...options?.headers,
				...params.headers
			}
		});
	}
	/**
	* Abort session
	*
	* Abort an active session and stop any ongoing AI processing or command execution.
	*/
	abort(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "path",
				key: "sessionID"
			},
			{
				in: "query",
				key: "directory"
			},
			{
				in: "query",
				key: "workspace"
			}
		] }]);
		return (options?.client ?? this.client).post({
			url: "/session/{sessionID}/abort",
			...options,
			...params
		});
	}
	/**
	* Initialize session
	*
	* Analyze the current application and create an AGENTS.md file with project-specific agent configurations.
	*/
	init(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "path",
				key: "sessionID"
			},
			{
				in: "query",
				key: "directory"
			},
			{
				in: "query",
				key: "workspace"
			},
			{
				in: "body",
				key: "modelID"
			},
			{
				in: "body",
				key: "providerID"
			},
			{
				in: "body",
				key: "messageID"
			}
		] }]);
		return (options?.client ?? this.client).post({
			url: "/session/{sessionID}/init",
			...options,
			...params,
			headers: {
				"Content-Type": "application/json",
				...options?.headers,
				...params.headers
			}
		});
	}
	/**
	* Unshare session
	*
	* Remove the shareable link for a session, making it private again.
	*/
	unshare(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "path",
				key: "sessionID"
			},
			{
				in: "query",
				key: "directory"
			},
			{
				in: "query",
				key: "workspace"
			}
		] }]);
		return (options?.client ?? this.client).delete({
			url: "/session/{sessionID}/share",
			...options,
			...params
		});
	}
	/**
	* Share session
	*
	* Create a shareable link for a session, allowing others to view the conversation.
	*/
	share(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "path",
				key: "sessionID"
			},
			{
				in: "query",
				key: "directory"
			},
			{
				in: "query",
				key: "workspace"
			}
		] }]);
		return (options?.client ?? this.client).post({
			url: "/session/{sessionID}/share",
			...options,
			...params
		});
	}
	/**
	* Summarize session
	*
	* Generate a concise summary of the session using AI compaction to preserve key information.
	*/
	summarize(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "path",
				key: "sessionID"
			},
			{
				in: "query",
				key: "directory"
			},
			{
				in: "query",
				key: "workspace"
			},
			{
				in: "body",
				key: "providerID"
			},
			{
				in: "body",
				key: "modelID"
			},
			{
				in: "body",
				key: "auto"
			}
		] }]);
		return (options?.client ?? this.client).post({
			url: "/session/{sessionID}/summarize",
			...options,
			...params,
			headers: {
				"Content-Type": "application/json",
				...options?.headers,
				...params.headers
			}
		});
	}
	/**
	* Send async message
	*
	* Create and send a new message to a session asynchronously, starting the session if needed and returning immediately.
	*/
	promptAsync(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "path",
				key: "sessionID"
			},
			{
				in: "query",
				key: "directory"
			},
			{
				in: "query",
				key: "workspace"
			},
			{
				in: "body",
				key: "messageID"
			},
			{
				in: "body",
				key: "model"
			},
			{
				in: "body",
				key: "agent"
			},
			{
				in: "body",
				key: "noReply"
			},
			{
				in: "body",
				key: "tools"
			},
			{
				in: "body",
				key: "format"
			},
			{
				in: "body",
				key: "system"
			},
			{
				in: "body",
				key: "variant"
			},
			{
				in: "body",
				key: "parts"
			}
		] }]);
		return (options?.client ?? this.client).post({
			url: "/session/{sessionID}/prompt_async",
			...options,
			...params,
			headers: {
				"Content-Type": "application/json",
				...options?.headers,
				...params.headers
			}
		});
	}
	/**
	* Send command
	*
	* Send a new command to a session for execution by the AI assistant.
	*/
	command(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "path",
				key: "sessionID"
			},
			{
				in: "query",
				key: "directory"
			},
			{
				in: "query",
				key: "workspace"
			},
			{
				in: "body",
				key: "messageID"
			},
			{
				in: "body",
				key: "agent"
			},
			{
				in: "body",
				key: "model"
			},
			{
				in: "body",
				key: "arguments"
			},
			{
				in: "body",
				key: "command"
			},
			{
				in: "body",
				key: "variant"
			},
			{
				in: "body",
				key: "parts"
			}
		] }]);
		return (options?.client ?? this.client).post({
			url: "/session/{sessionID}/command",
			...options,
			...params,
			headers: {
				"Content-Type": "application/json",
				...options?.headers,
				...params.headers
			}
		});
	}
	/**
	* Run shell command
	*
	* Execute a shell command within the session context and return the AI's response.
	*/
	shell(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "path",
				key: "sessionID"
			},
			{
				in: "query",
				key: "directory"
			},
			{
				in: "query",
				key: "workspace"
			},
			{
				in: "body",
				key: "messageID"
			},
			{
				in: "body",
				key: "agent"
			},
			{
				in: "body",
				key: "model"
			},
			{
				in: "body",
				key: "command"
			}
		] }]);
		return (options?.client ?? this.client).post({
			url: "/session/{sessionID}/shell",
			...options,
			...params,
			headers: {
				"Content-Type": "application/json",
				...options?.headers,
				...params.headers
			}
		});
	}
	/**
	* Revert message
	*
	* Revert a specific message in a session, undoing its effects and restoring the previous state.
	*/
	revert(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "path",
				key: "sessionID"
			},
			{
				in: "query",
				key: "directory"
			},
			{
				in: "query",
				key: "workspace"
			},
			{
				in: "body",
				key: "messageID"
			},
			{
				in: "body",
				key: "partID"
			}
		] }]);
		return (options?.client ?? this.client).post({
			url: "/session/{sessionID}/revert",
			...options,
			...params,
			headers: {
				"Content-Type": "application/json",
				...options?.headers,
				...params.headers
			}
		});
	}
	/**
	* Restore reverted messages
	*
	* Restore all previously reverted messages in a session.
	*/
	unrevert(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "path",
				key: "sessionID"
			},
			{
				in: "query",
				key: "directory"
			},
			{
				in: "query",
				key: "workspace"
			}
		] }]);
		return (options?.client ?? this.client).post({
			url: "/session/{sessionID}/unrevert",
			...options,
			...params
		});
	}
};
var Part = class extends HeyApiClient {
	/**
	* Delete a part from a message.
	*/
	delete(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "path",
				key: "sessionID"
			},
			{
				in: "path",
				key: "messageID"
			},
			{
				in: "path",
				key: "partID"
			},
			{
				in: "query",
				key: "directory"
			},
			{
				in: "query",
				key: "workspace"
			}
		] }]);
		return (options?.client ?? this.client).delete({
			url: "/session/{sessionID}/message/{messageID}/part/{partID}",
			...options,
			...params
		});
	}
	/**
	* Update a part in a message.
	*/
	update(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "path",
				key: "sessionID"
			},
			{
				in: "path",
				key: "messageID"
			},
			{
				in: "path",
				key: "partID"
			},
			{
				in: "query",
				key: "directory"
			},
			{
				in: "query",
				key: "workspace"
			},
			{
				key: "part",
				map: "body"
			}
		] }]);
		return (options?.client ?? this.client).patch({
			url: "/session/{sessionID}/message/{messageID}/part/{partID}",
			...options,
			...params,
			headers: {
				"Content-Type": "application/json",
				...options?.headers,
				...params.headers
			}
		});
	}
};
var History = class extends HeyApiClient {
	/**
	* List sync events
	*
	* List sync events for all aggregates. Keys are aggregate IDs the client already knows about, values are the last known sequence ID. Events with seq > value are returned for those aggregates. Aggregates not listed in the input get their full history.
	*/
	list(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "query",
				key: "directory"
			},
			{
				in: "query",
				key: "workspace"
			},
			{
				key: "body",
				map: "body"
			}
		] }]);
		return (options?.client ?? this.client).post({
			url: "/sync/history",
			...options,
			...params,
			headers: {
				"Content-Type": "application/json",
				...options?.headers,
				...params.headers
			}
		});
	}
};
var Sync = class extends HeyApiClient {
	/**
	* Start workspace sync
	*
	* Start sync loops for workspaces in the current project that have active sessions.
	*/
	start(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "query",
			key: "directory"
		}, {
			in: "query",
			key: "workspace"
		}] }]);
		return (options?.client ?? this.client).post({
			url: "/sync/start",
			...options,
			...params
		});
	}
	/**
	* Replay sync events
	*
	* Validate and replay a complete sync event history.
	*/
	replay(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "query",
				key: "query_directory",
				map: "directory"
			},
			{
				in: "query",
				key: "workspace"
			},
			{
				in: "body",
				key: "body_directory",
				map: "directory"
			},
			{
				in: "body",
				key: "events"
			}
		] }]);
		return (options?.client ?? this.client).post({
			url: "/sync/replay",
			...options,
			...params,
			headers: {
				"Content-Type": "application/json",
				...options?.headers,
				...params.headers
			}
		});
	}
	/**
	* Steal session into workspace
	*
	* Update a session to belong to the current workspace through the sync event system.
	*/
	steal(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "query",
				key: "directory"
			},
			{
				in: "query",
				key: "workspace"
			},
			{
				in: "body",
				key: "sessionID"
			}
		] }]);
		return (options?.client ?? this.client).post({
			url: "/sync/steal",
			...options,
			...params,
			headers: {
				"Content-Type": "application/json",
				...options?.headers,
				...params.headers
			}
		});
	}
	_history;
	get history() {
		return this._history ??= new History({ client: this.client });
	}
};
var Control = class extends HeyApiClient {
	/**
	* Get next TUI request
	*
	* Retrieve the next TUI request from the queue for processing.
	*/
	next(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "query",
			key: "directory"
		}, {
			in: "query",
			key: "workspace"
		}] }]);
		return (options?.client ?? this.client).get({
			url: "/tui/control/next",
			...options,
			...params
		});
	}
	/**
	* Submit TUI response
	*
	* Submit a response to the TUI request queue to complete a pending request.
	*/
	response(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "query",
				key: "directory"
			},
			{
				in: "query",
				key: "workspace"
			},
			{
				key: "body",
				map: "body"
			}
		] }]);
		return (options?.client ?? this.client).post({
			url: "/tui/control/response",
			...options,
			...params,
			headers: {
				"Content-Type": "application/json",
				...options?.headers,
				...params.headers
			}
		});
	}
};
var Tui = class extends HeyApiClient {
	/**
	* Append TUI prompt
	*
	* Append prompt to the TUI.
	*/
	appendPrompt(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "query",
				key: "directory"
			},
			{
				in: "query",
				key: "workspace"
			},
			{
				in: "body",
				key: "text"
			}
		] }]);
		return (options?.client ?? this.client).post({
			url: "/tui/append-prompt",
			...options,
			...params,
			headers: {
				"Content-Type": "application/json",
				...options?.headers,
				...params.headers
			}
		});
	}
	/**
	* Open help dialog
	*
	* Open the help dialog in the TUI to display user assistance information.
	*/
	openHelp(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "query",
			key: "directory"
		}, {
			in: "query",
			key: "workspace"
		}] }]);
		return (options?.client ?? this.client).post({
			url: "/tui/open-help",
			...options,
			...params
		});
	}
	/**
	* Open sessions dialog
	*
	* Open the session dialog.
	*/
	openSessions(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "query",
			key: "directory"
		}, {
			in: "query",
			key: "workspace"
		}] }]);
		return (options?.client ?? this.client).post({
			url: "/tui/open-sessions",
			...options,
			...params
		});
	}
	/**
	* Open themes dialog
	*
	* Open the theme dialog.
	*/
	openThemes(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "query",
			key: "directory"
		}, {
			in: "query",
			key: "workspace"
		}] }]);
		return (options?.client ?? this.client).post({
			url: "/tui/open-themes",
			...options,
			...params
		});
	}
	/**
	* Open models dialog
	*
	* Open the model dialog.
	*/
	openModels(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "query",
			key: "directory"
		}, {
			in: "query",
			key: "workspace"
		}] }]);
		return (options?.client ?? this.client).post({
			url: "/tui/open-models",
			...options,
			...params
		});
	}
	/**
	* Submit TUI prompt
	*
	* Submit the prompt.
	*/
	submitPrompt(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "query",
			key: "directory"
		}, {
			in: "query",
			key: "workspace"
		}] }]);
		return (options?.client ?? this.client).post({
			url: "/tui/submit-prompt",
			...options,
			...params
		});
	}
	/**
	* Clear TUI prompt
	*
	* Clear the prompt.
	*/
	clearPrompt(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "query",
			key: "directory"
		}, {
			in: "query",
			key: "workspace"
		}] }]);
		return (options?.client ?? this.client).post({
			url: "/tui/clear-prompt",
			...options,
			...params
		});
	}
	/**
	* Execute TUI command
	*
	* Execute a TUI command.
	*/
	executeCommand(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "query",
				key: "directory"
			},
			{
				in: "query",
				key: "workspace"
			},
			{
				in: "body",
				key: "command"
			}
		] }]);
		return (options?.client ?? this.client).post({
			url: "/tui/execute-command",
			...options,
			...params,
			headers: {
				"Content-Type": "application/json",
				...options?.headers,
				...params.headers
			}
		});
	}
	/**
	* Show TUI toast
	*
	* Show a toast notification in the TUI.
	*/
	showToast(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "query",
				key: "directory"
			},
			{
				in: "query",
				key: "workspace"
			},
			{
				in: "body",
				key: "title"
			},
			{
				in: "body",
				key: "message"
			},
			{
				in: "body",
				key: "variant"
			},
			{
				in: "body",
				key: "duration"
			}
		] }]);
		return (options?.client ?? this.client).post({
			url: "/tui/show-toast",
			...options,
			...params,
			headers: {
				"Content-Type": "application/json",
				...options?.headers,
				...params.headers
			}
		});
	}
	/**
	* Publish TUI event
	*
	* Publish a TUI event.
	*/
	publish(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "query",
				key: "directory"
			},
			{
				in: "query",
				key: "workspace"
			},
			{
				key: "body",
				map: "body"
			}
		] }]);
		return (options?.client ?? this.client).post({
			url: "/tui/publish",
			...options,
			...params,
			headers: {
				"Content-Type": "application/json",
				...options?.headers,
				...params.headers
			}
		});
	}
	/**
	* Select session
	*
	* Navigate the TUI to display the specified session.
	*/
	selectSession(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "query",
				key: "directory"
			},
			{
				in: "query",
				key: "workspace"
			},
			{
				in: "body",
				key: "sessionID"
			}
		] }]);
		return (options?.client ?? this.client).post({
			url: "/tui/select-session",
			...options,
			...params,
			headers: {
				"Content-Type": "application/json",
				...options?.headers,
				...params.headers
			}
		});
	}
	_control;
	get control() {
		return this._control ??= new Control({ client: this.client });
	}
};
var Health = class extends HeyApiClient {
	/**
	* Check server health
	*
	* Check whether the API server is ready to accept requests.
	*/
	get(options) {
		return (options?.client ?? this.client).get({
			url: "/api/health",
			...options
		});
	}
};
var Location = class extends HeyApiClient {
	/**
	* Get location
	*
	* Resolve the requested location or the server default location.
	*/
	get(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "query",
			key: "location"
		}] }]);
		return (options?.client ?? this.client).get({
			url: "/api/location",
			...options,
			...params
		});
	}
};
var Agent = class extends HeyApiClient {
	/**
	* List agents
	*
	* Retrieve currently registered agents.
	*/
	list(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "query",
			key: "location"
		}] }]);
		return (options?.client ?? this.client).get({
			url: "/api/agent",
			...options,
			...params
		});
	}
};
var Revert = class extends HeyApiClient {
	/**
	* Stage session revert
	*
	* Stage or move a reversible session boundary and optionally apply its file changes.
	*/
	stage(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "path",
				key: "sessionID"
			},
			{
				in: "body",
				key: "messageID"
			},
			{
				in: "body",
				key: "files"
			}
		] }]);
		return (options?.client ?? this.client).post({
			url: "/api/session/{sessionID}/revert/stage",
			...options,
			...params,
			headers: {
				"Content-Type": "application/json",
				...options?.headers,
				...params.headers
			}
		});
	}
	/**
	* Clear staged revert
	*/
	clear(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "path",
			key: "sessionID"
		}] }]);
		return (options?.client ?? this.client).post({
			url: "/api/session/{sessionID}/revert/clear",
			...options,
			...params
		});
	}
	/**
	* Commit staged revert
	*/
	commit(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "path",
			key: "sessionID"
		}] }]);
		return (options?.client ?? this.client).post({
			url: "/api/session/{sessionID}/revert/commit",
			...options,
			...params
		});
	}
};
var Permission2 = class extends HeyApiClient {
	/**
	* List session permission requests
	*
	* Retrieve pending permission requests owned by a session.
	*/
	list(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "path",
			key: "sessionID"
		}] }]);
		return (options?.client ?? this.client).get({
			url: "/api/session/{sessionID}/permission",
			...options,
			...params
		});
	}
	/**
	* Create permission request
	*
	* Evaluate and, when approval is required, create a permission request for a session.
	*/
	create(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "path",
				key: "sessionID"
			},
			{
				in: "body",
				key: "id"
			},
			{
				in: "body",
				key: "action"
			},
			{
				in: "body",
				key: "resources"
			},
			{
				in: "body",
				key: "save"
			},
			{
				in: "body",
				key: "metadata"
			},
			{
				in: "body",
				key: "source"
			},
			{
				in: "body",
				key: "agent"
			}
		] }]);
		return (options?.client ?? this.client).post({
			url: "/api/session/{sessionID}/permission",
			...options,
			...params,
			headers: {
				"Content-Type": "application/json",
				...options?.headers,
				...params.headers
			}
		});
	}
	/**
	* Get permission request
	*
	* Retrieve a pending permission request owned by a session.
	*/
	get(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "path",
			key: "sessionID"
		}, {
			in: "path",
			key: "requestID"
		}] }]);
		return (options?.client ?? this.client).get({
			url: "/api/session/{sessionID}/permission/{requestID}",
			...options,
			...params
		});
	}
	/**
	* Reply to pending permission request
	*
	* Respond to a pending permission request owned by a session.
	*/
	reply(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "path",
				key: "sessionID"
			},
			{
				in: "path",
				key: "requestID"
			},
			{
				in: "body",
				key: "reply"
			},
			{
				in: "body",
				key: "message"
			}
		] }]);
		return (options?.client ?? this.client).post({
			url: "/api/session/{sessionID}/permission/{requestID}/reply",
			...options,
			...params,
			headers: {
				"Content-Type": "application/json",
				...options?.headers,
				...params.headers
			}
		});
	}
};
var Question2 = class extends HeyApiClient {
	/**
	* List session question requests
	*
	* Retrieve pending question requests owned by a session.
	*/
	list(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "path",
			key: "sessionID"
		}] }]);
		return (options?.client ?? this.client).get({
			url: "/api/session/{sessionID}/question",
			...options,
			...params
		});
	}
	/**
	* Reply to pending question request
	*
	* Answer a pending question request owned by a session.
	*/
	reply(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "path",
				key: "sessionID"
			},
			{
				in: "path",
				key: "requestID"
			},
			{
				key: "questionV2Reply",
				map: "body"
			}
		] }]);
		return (options?.client ?? this.client).post({
			url: "/api/session/{sessionID}/question/{requestID}/reply",
			...options,
			...params,
			headers: {
				"Content-Type": "application/json",
				...options?.headers,
				...params.headers
			}
		});
	}
	/**
	* Reject pending question request
	*
	* Reject a pending question request owned by a session.
	*/
	reject(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "path",
			key: "sessionID"
		}, {
			in: "path",
			key: "requestID"
		}] }]);
		return (options?.client ?? this.client).post({
			url: "/api/session/{sessionID}/question/{requestID}/reject",
			...options,
			...params
		});
	}
};
var Session3 = class extends HeyApiClient {
	/**
	* List sessions
	*
	* Retrieve sessions in the requested order. Items keep that order across pages; use cursor.next or cursor.previous to move through the ordered list.
	*/
	list(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "query",
				key: "workspace"
			},
			{
				in: "query",
				key: "limit"
			},
			{
				in: "query",
				key: "order"
			},
			{
				in: "query",
				key: "search"
			},
			{
				in: "query",
				key: "directory"
			},
			{
				in: "query",
				key: "project"
			},
			{
				in: "query",
				key: "subpath"
			},
			{
				in: "query",
				key: "cursor"
			}
		] }]);
		return (options?.client ?? this.client).get({
			url: "/api/session",
			...options,
			...params
		});
	}
	/**
	* Create session
	*
	* Create a session at the requested location.
	*/
	create(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "body",
				key: "id"
			},
			{
				in: "body",
				key: "agent"
			},
			{
				in: "body",
				key: "model"
			},
			{
				in: "body",
				key: "location"
			}
		] }]);
		return (options?.client ?? this.client).post({
			url: "/api/session",
			...options,
			...params,
			headers: {
				"Content-Type": "application/json",
				...options?.headers,
				...params.headers
			}
		});
	}
	/**
	* List active sessions
	*
	* Retrieve foreground Session drains currently owned by this OpenCode process. Sessions absent from the result are inactive.
	*/
	active(options) {
		return (options?.client ?? this.client).get({
			url: "/api/session/active",
			...options
		});
	}
	/**
	* Get session
	*
	* Retrieve a session by ID.
	*/
	get(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "path",
			key: "sessionID"
		}] }]);
		return (options?.client ?? this.client).get({
			url: "/api/session/{sessionID}",
			...options,
			...params
		});
	}
	/**
	* Switch session agent
	*
	* Switch the agent used by subsequent provider turns.
	*/
	switchAgent(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "path",
			key: "sessionID"
		}, {
			in: "body",
			key: "agent"
		}] }]);
		return (options?.client ?? this.client).post({
			url: "/api/session/{sessionID}/agent",
			...options,
			...params,
			headers: {
				"Content-Type": "application/json",
				...options?.headers,
				...params.headers
			}
		});
	}
	/**
	* Switch session model
	*
	* Switch the model used by subsequent provider turns.
	*/
	switchModel(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "path",
			key: "sessionID"
		}, {
			in: "body",
			key: "model"
		}] }]);
		return (options?.client ?? this.client).post({
			url: "/api/session/{sessionID}/model",
			...options,
			...params,
			headers: {
				"Content-Type": "application/json",
				...options?.headers,
				...params.headers
			}
		});
	}
	/**
	* Send message
	*
	* Durably admit one session input and schedule agent-loop execution unless resume is false.
	*/
	prompt(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "path",
				key: "sessionID"
			},
			{
				in: "body",
				key: "id"
			},
			{
				in: "body",
				key: "prompt"
			},
			{
				in: "body",
				key: "delivery"
			},
			{
				in: "body",
				key: "resume"
			}
		] }]);
		return (options?.client ?? this.client).post({
			url: "/api/session/{sessionID}/prompt",
			...options,
			...params,
			headers: {
				"Content-Type": "application/json",
				...options?.headers,
				...params.headers
			}
		});
	}
	/**
	* Compact session
	*
	* Compact a session conversation.
	*/
	compact(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "path",
			key: "sessionID"
		}] }]);
		return (options?.client ?? this.client).post({
			url: "/api/session/{sessionID}/compact",
			...options,
			...params
		});
	}
	/**
	* Wait for session
	*
	* Wait for a session agent loop to become idle.
	*/
	wait(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "path",
			key: "sessionID"
		}] }]);
		return (options?.client ?? this.client).post({
			url: "/api/session/{sessionID}/wait",
			...options,
			...params
		});
	}
	/**
	* Get session context
	*
	* Retrieve the active context messages for a session (all messages after the last compaction).
	*/
	context(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "path",
			key: "sessionID"
		}] }]);
		return (options?.client ?? this.client).get({
			url: "/api/session/{sessionID}/context",
			...options,
			...params
		});
	}
	/**
	* Get session history
	*
	* Read one finite page of public durable Session events after an exclusive aggregate sequence. Newly committed events may appear on later pages.
	*/
	history(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "path",
				key: "sessionID"
			},
			{
				in: "query",
				key: "limit"
			},
			{
				in: "query",
				key: "after"
			}
		] }]);
		return (options?.client ?? this.client).get({
			url: "/api/session/{sessionID}/history",
			...options,
			...params
		});
	}
	/**
	* Subscribe to session events
	*
	* Replay durable events after an aggregate sequence, then continue with new durable events.
	*/
	events(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "path",
			key: "sessionID"
		}, {
			in: "query",
			key: "after"
		}] }]);
		return (options?.client ?? this.client).sse.get({
			url: "/api/session/{sessionID}/event",
			...options,
			...params
		});
	}
	/**
	* Interrupt session execution
	*
	* Interrupt active execution owned by this OpenCode process. Idle interruption is a no-op.
	*/
	interrupt(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "path",
			key: "sessionID"
		}] }]);
		return (options?.client ?? this.client).post({
			url: "/api/session/{sessionID}/interrupt",
			...options,
			...params
		});
	}
	/**
	* Get session message
	*
	* Retrieve one projected message owned by the Session.
	*/
	message(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "path",
			key: "sessionID"
		}, {
			in: "path",
			key: "messageID"
		}] }]);
		return (options?.client ?? this.client).get({
			url: "/api/session/{sessionID}/message/{messageID}",
			...options,
			...params
		});
	}
	/**
	* Get session messages
	*
	* Retrieve projected messages for a session. Items keep the requested order across pages; use cursor.next or cursor.previous to move through the ordered timeline.
	*/
	messages(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "path",
				key: "sessionID"
			},
			{
				in: "query",
				key: "limit"
			},
			{
				in: "query",
				key: "order"
			},
			{
				in: "query",
				key: "cursor"
			}
		] }]);
		return (options?.client ?? this.client).get({
			url: "/api/session/{sessionID}/message",
			...options,
			...params
		});
	}
	_revert;
	get revert() {
		return this._revert ??= new Revert({ client: this.client });
	}
	_permission;
	get permission() {
		return this._permission ??= new Permission2({ client: this.client });
	}
	_question;
	get question() {
		return this._question ??= new Question2({ client: this.client });
	}
};
var Model = class extends HeyApiClient {
	/**
	* List models
	*
	* Retrieve available models ordered by release date.
	*/
	list(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "query",
			key: "location"
		}] }]);
		return (options?.client ?? this.client).get({
			url: "/api/model",
			...options,
			...params
		});
	}
};
var Provider2 = class extends HeyApiClient {
	/**
	* List providers
	*
	* Retrieve active AI providers so clients can show provider availability and configuration.
	*/
	list(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "query",
			key: "location"
		}] }]);
		return (options?.client ?? this.client).get({
			url: "/api/provider",
			...options,
			...params
		});
	}
	/**
	* Get provider
	*
	* Retrieve a single AI provider so clients can inspect its availability and endpoint settings.
	*/
	get(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "path",
			key: "providerID"
		}, {
			in: "query",
			key: "location"
		}] }]);
		return (options?.client ?? this.client).get({
			url: "/api/provider/{providerID}",
			...options,
			...params
		});
	}
};
var Connect = class extends HeyApiClient {
	/**
	* Connect with key
	*
	* Run a key authentication method and store the resulting credential.
	*/
	key(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "path",
				key: "integrationID"
			},
			{
				in: "query",
				key: "location"
			},
			{
				in: "body",
				key: "key"
			},
			{
				in: "body",
				key: "label"
			}
		] }]);
		return (options?.client ?? this.client).post({
			url: "/api/integration/{integrationID}/connect/key",
			...options,
			...params,
			headers: {
				"Content-Type": "application/json",
				...options?.headers,
				...params.headers
			}
		});
	}
	/**
	* Begin OAuth connection
	*
	* Start an OAuth attempt and return the authorization details.
	*/
	oauth(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "path",
				key: "integrationID"
			},
			{
				in: "query",
				key: "location"
			},
			{
				in: "body",
				key: "methodID"
			},
			{
				in: "body",
				key: "inputs"
			},
			{
				in: "body",
				key: "label"
			}
		] }]);
		return (options?.client ?? this.client).post({
			url: "/api/integration/{integrationID}/connect/oauth",
			...options,
			...params,
			headers: {
				"Content-Type": "application/json",
				...options?.headers,
				...params.headers
			}
		});
	}
};
var Attempt = class extends HeyApiClient {
	/**
	* Cancel OAuth connection
	*
	* Cancel an OAuth attempt and release its resources.
	*/
	cancel(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "path",
			key: "attemptID"
		}, {
			in: "query",
			key: "location"
		}] }]);
		return (options?.client ?? this.client).delete({
			url: "/api/integration/attempt/{attemptID}",
			...options,
			...params
		});
	}
	/**
	* Get OAuth attempt status
	*
	* Poll the current status of an OAuth attempt.
	*/
	status(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "path",
			key: "attemptID"
		}, {
			in: "query",
			key: "location"
		}] }]);
		return (options?.client ?? this.client).get({
			url: "/api/integration/attempt/{attemptID}",
			...options,
			...params
		});
	}
	/**
	* Complete OAuth connection
	*
	* Complete a code-based OAuth attempt and store the resulting credential.
	*/
	complete(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "path",
				key: "attemptID"
			},
			{
				in: "query",
				key: "location"
			},
			{
				in: "body",
				key: "code"
			}
		] }]);
		return (options?.client ?? this.client).post({
			url: "/api/integration/attempt/{attemptID}/complete",
			...options,
			...params,
			headers: {
				"Content-Type": "application/json",
				...options?.headers,
				...params.headers
			}
		});
	}
};
var Integration = class extends HeyApiClient {
	/**
	* List integrations
	*
	* Retrieve available integrations and their authentication methods.
	*/
	list(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "query",
			key: "location"
		}] }]);
		return (options?.client ?? this.client).get({
			url: "/api/integration",
			...options,
			...params
		});
	}
	/**
	* Get integration
	*
	* Retrieve one integration and its authentication methods.
	*/
	get(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "path",
			key: "integrationID"
		}, {
			in: "query",
			key: "location"
		}] }]);
		return (options?.client ?? this.client).get({
			url: "/api/integration/{integrationID}",
			...options,
			...params
		});
	}
	_connect;
	get connect() {
		return this._connect ??= new Connect({ client: this.client });
	}
	_attempt;
	get attempt() {
		return this._attempt ??= new Attempt({ client: this.client });
	}
};
var Credential = class extends HeyApiClient {
	/**
	* Remove credential
	*
	* Remove a stored integration credential.
	*/
	remove(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "path",
			key: "credentialID"
		}, {
			in: "query",
			key: "location"
		}] }]);
		return (options?.client ?? this.client).delete({
			url: "/api/credential/{credentialID}",
			...options,
			...params
		});
	}
	/**
	* Update credential
	*
	* Update a stored credential label.
	*/
	update(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "path",
				key: "credentialID"
			},
			{
				in: "query",
				key: "location"
			},
			{
				in: "body",
				key: "label"
			}
		] }]);
		return (options?.client ?? this.client).patch({
			url: "/api/credential/{credentialID}",
			...options,
			...params,
			headers: {
				"Content-Type": "application/json",
				...options?.headers,
				...params.headers
			}
		});
	}
};
var Request$1 = class extends HeyApiClient {
	/**
	* List pending permission requests
	*
	* Retrieve pending permission requests for a location.
	*/
	list(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "query",
			key: "location"
		}] }]);
		return (options?.client ?? this.client).get({
			url: "/api/permission/request",
			...options,
			...params
		});
	}
};
var Saved = class extends HeyApiClient {
	/**
	* List saved permissions
	*
	* Retrieve saved permissions, optionally filtered by project.
	*/
	list(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "query",
			key: "projectID"
		}] }]);
		return (options?.client ?? this.client).get({
			url: "/api/permission/saved",
			...options,
			...params
		});
	}
	/**
	* Remove saved permission
	*
	* Remove a saved permission by ID.
	*/
	remove(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "path",
			key: "id"
		}] }]);
		return (options?.client ?? this.client).delete({
			url: "/api/permission/saved/{id}",
			...options,
			...params
		});
	}
};
var Permission3 = class extends HeyApiClient {
	_request;
	get request() {
		return this._request ??= new Request$1({ client: this.client });
	}
	_saved;
	get saved() {
		return this._saved ??= new Saved({ client: this.client });
	}
};
var Fs = class extends HeyApiClient {
	/**
	* Read file
	*
	* Serve one file relative to the requested location.
	*/
	read(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "query",
			key: "location"
		}] }]);
		return (options?.client ?? this.client).get({
			url: "/api/fs/read/*",
			...options,
			...params
		});
	}
	/**
	* List directory
	*
	* List direct children of one directory relative to the requested location.
	*/
	list(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "query",
			key: "location"
		}, {
			in: "query",
			key: "path"
		}] }]);
		return (options?.client ?? this.client).get({
			url: "/api/fs/list",
			...options,
			...params
		});
	}
	/**
	* Find files
	*
	* Find recursively ranked filesystem entries relative to the requested location.
	*/
	find(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "query",
				key: "location"
			},
			{
				in: "query",
				key: "query"
			},
			{
				in: "query",
				key: "type"
			},
			{
				in: "query",
				key: "limit"
			}
		] }]);
		return (options?.client ?? this.client).get({
			url: "/api/fs/find",
			...options,
			...params
		});
	}
};
var Command2 = class extends HeyApiClient {
	/**
	* List commands
	*
	* Retrieve currently registered commands.
	*/
	list(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "query",
			key: "location"
		}] }]);
		return (options?.client ?? this.client).get({
			url: "/api/command",
			...options,
			...params
		});
	}
};
var Skill = class extends HeyApiClient {
	/**
	* List skills
	*
	* Retrieve currently registered skills.
	*/
	list(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "query",
			key: "location"
		}] }]);
		return (options?.client ?? this.client).get({
			url: "/api/skill",
			...options,
			...params
		});
	}
};
var Event2 = class extends HeyApiClient {
	/**
	* Subscribe to events
	*
	* Subscribe to native event payloads for the server.
	*/
	subscribe(options) {
		return (options?.client ?? this.client).sse.get({
			url: "/api/event",
			...options
		});
	}
};
var Pty2 = class extends HeyApiClient {
	/**
	* List PTY sessions
	*
	* List PTY sessions for a location, including exited sessions retained until removal.
	*/
	list(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "query",
			key: "location"
		}] }]);
		return (options?.client ?? this.client).get({
			url: "/api/pty",
			...options,
			...params
		});
	}
	/**
	* Create PTY session
	*
	* Create a pseudo-terminal session for a location.
	*/
	create(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "query",
				key: "location"
			},
			{
				in: "body",
				key: "command"
			},
			{
				in: "body",
				key: "args"
			},
			{
				in: "body",
				key: "cwd"
			},
			{
				in: "body",
				key: "title"
			},
			{
				in: "body",
				key: "env"
			}
		] }]);
		return (options?.client ?? this.client).post({
			url: "/api/pty",
			...options,
			...params,
			headers: {
				"Content-Type": "application/json",
				...options?.headers,
				...params.headers
			}
		});
	}
	/**
	* Remove PTY session
	*
	* Terminate and remove one PTY session.
	*/
	remove(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "path",
			key: "ptyID"
		}, {
			in: "query",
			key: "location"
		}] }]);
		return (options?.client ?? this.client).delete({
			url: "/api/pty/{ptyID}",
			...options,
			...params
		});
	}
	/**
	* Get PTY session
	*
	* Get one PTY session, including its exit code once exited.
	*/
	get(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "path",
			key: "ptyID"
		}, {
			in: "query",
			key: "location"
		}] }]);
		return (options?.client ?? this.client).get({
			url: "/api/pty/{ptyID}",
			...options,
			...params
		});
	}
	/**
	* Update PTY session
	*
	* Update the title or viewport size of one PTY session.
	*/
	update(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "path",
				key: "ptyID"
			},
			{
				in: "query",
				key: "location"
			},
			{
				in: "body",
				key: "title"
			},
			{
				in: "body",
				key: "size"
			}
		] }]);
		return (options?.client ?? this.client).put({
			url: "/api/pty/{ptyID}",
			...options,
			...params,
			headers: {
				"Content-Type": "application/json",
				...options?.headers,
				...params.headers
			}
		});
	}
	/**
	* Create PTY WebSocket token
	*
	* Create a short-lived single-use ticket for opening a PTY WebSocket connection.
	*/
	connectToken(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "path",
			key: "ptyID"
		}, {
			in: "query",
			key: "location"
		}] }]);
		return (options?.client ?? this.client).post({
			url: "/api/pty/{ptyID}/connect-token",
			...options,
			...params
		});
	}
	/**
	* Connect to PTY session
	*
	* Establish a WebSocket connection streaming PTY output and accepting terminal input.
	*/
	connect(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "path",
				key: "ptyID"
			},
			{
				in: "query",
				key: "location[directory]"
			},
			{
				in: "query",
				key: "location[workspace]"
			},
			{
				in: "query",
				key: "cursor"
			},
			{
				in: "query",
				key: "ticket"
			}
		] }]);
		return (options?.client ?? this.client).get({
			url: "/api/pty/{ptyID}/connect",
			...options,
			...params
		});
	}
};
var Request2 = class extends HeyApiClient {
	/**
	* List pending question requests
	*
	* Retrieve pending question requests for a location.
	*/
	list(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "query",
			key: "location"
		}] }]);
		return (options?.client ?? this.client).get({
			url: "/api/question/request",
			...options,
			...params
		});
	}
};
var Question3 = class extends HeyApiClient {
	_request;
	get request() {
		return this._request ??= new Request2({ client: this.client });
	}
};
var Reference = class extends HeyApiClient {
	/**
	* List references
	*
	* List references available in the requested location.
	*/
	list(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "query",
			key: "location"
		}] }]);
		return (options?.client ?? this.client).get({
			url: "/api/reference",
			...options,
			...params
		});
	}
};
var ProjectCopy2 = class extends HeyApiClient {
	remove(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "path",
				key: "projectID"
			},
			{
				in: "query",
				key: "location"
			},
			{
				in: "body",
				key: "directory"
			},
			{
				in: "body",
				key: "force"
			}
		] }]);
		return (options?.client ?? this.client).delete({
			url: "/experimental/project/{projectID}/copy",
			...options,
			...params,
			headers: {
				"Content-Type": "application/json",
				...options?.headers,
				...params.headers
			}
		});
	}
	create(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [
			{
				in: "path",
				key: "projectID"
			},
			{
				in: "query",
				key: "location"
			},
			{
				in: "body",
				key: "strategy"
			},
			{
				in: "body",
				key: "directory"
			},
			{
				in: "body",
				key: "name"
			}
		] }]);
		return (options?.client ?? this.client).post({
			url: "/experimental/project/{projectID}/copy",
			...options,
			...params,
			headers: {
				"Content-Type": "application/json",
				...options?.headers,
				...params.headers
			}
		});
	}
	refresh(parameters, options) {
		const params = buildClientParams([parameters], [{ args: [{
			in: "path",
			key: "projectID"
		}, {
			in: "query",
			key: "location"
		}] }]);
		return (options?.client ?? this.client).post({
			url: "/experimental/project/{projectID}/copy/refresh",
			...options,
			...params
		});
	}
};
var V2 = class extends HeyApiClient {
	_health;
	get health() {
		return this._health ??= new Health({ client: this.client });
	}
	_location;
	get location() {
		return this._location ??= new Location({ client: this.client });
	}
	_agent;
	get agent() {
		return this._agent ??= new Agent({ client: this.client });
	}
	_session;
	get session() {
		return this._session ??= new Session3({ client: this.client });
	}
	_model;
	get model() {
		return this._model ??= new Model({ client: this.client });
	}
	_provider;
	get provider() {
		return this._provider ??= new Provider2({ client: this.client });
	}
	_integration;
	get integration() {
		return this._integration ??= new Integration({ client: this.client });
	}
	_credential;
	get credential() {
		return this._credential ??= new Credential({ client: this.client });
	}
	_permission;
	get permission() {
		return this._permission ??= new Permission3({ client: this.client });
	}
	_fs;
	get fs() {
		return this._fs ??= new Fs({ client: this.client });
	}
	_command;
	get command() {
		return this._command ??= new Command2({ client: this.client });
	}
	_skill;
	get skill() {
		return this._skill ??= new Skill({ client: this.client });
	}
	_event;
	get event() {
		return this._event ??= new Event2({ client: this.client });
	}
	_pty;
	get pty() {
		return this._pty ??= new Pty2({ client: this.client });
	}
	_question;
	get question() {
		return this._question ??= new Question3({ client: this.client });
	}
	_reference;
	get reference() {
		return this._reference ??= new Reference({ client: this.client });
	}
	_projectCopy;
	get projectCopy() {
		return this._projectCopy ??= new ProjectCopy2({ client: this.client });
	}
};
var OpencodeClient = class OpencodeClient extends HeyApiClient {
	static __registry = new HeyApiRegistry();
	constructor(args) {
		super(args);
		OpencodeClient.__registry.set(this, args?.key);
	}
	_auth;
	get auth() {
		return this._auth ??= new Auth({ client: this.client });
	}
	_app;
	get app() {
		return this._app ??= new App({ client: this.client });
	}
	_experimental;
	get experimental() {
		return this._experimental ??= new Experimental({ client: this.client });
	}
	_global;
	get global() {
		return this._global ??= new Global({ client: this.client });
	}
	_event;
	get event() {
		return this._event ??= new Event({ client: this.client });
	}
	_config;
	get config() {
		return this._config ??= new Config2({ client: this.client });
	}
	_tool;
	get tool() {
		return this._tool ??= new Tool({ client: this.client });
	}
	_worktree;
	get worktree() {
		return this._worktree ??= new Worktree({ client: this.client });
	}
	_find;
	get find() {
		return this._find ??= new Find({ client: this.client });
	}
	_file;
	get file() {
		return this._file ??= new File({ client: this.client });
	}
	_instance;
	get instance() {
		return this._instance ??= new Instance({ client: this.client });
	}
	_path;
	get path() {
		return this._path ??= new Path({ client: this.client });
	}
	_vcs;
	get vcs() {
		return this._vcs ??= new Vcs({ client: this.client });
	}
	_command;
	get command() {
		return this._command ??= new Command({ client: this.client });
	}
	_lsp;
	get lsp() {
		return this._lsp ??= new Lsp({ client: this.client });
	}
	_formatter;
	get formatter() {
		return this._formatter ??= new Formatter({ client: this.client });
	}
	_mcp;
	get mcp() {
		return this._mcp ??= new Mcp({ client: this.client });
	}
	_project;
	get project() {
		return this._project ??= new Project({ client: this.client });
	}
	_pty;
	get pty() {
		return this._pty ??= new Pty({ client: this.client });
	}
	_question;
	get question() {
		return this._question ??= new Question({ client: this.client });
	}
	_permission;
	get permission() {
		return this._permission ??= new Permission({ client: this.client });
	}
	_provider;
	get provider() {
		return this._provider ??= new Provider({ client: this.client });
	}
	_session;
	get session() {
		return this._session ??= new Session2({ client: this.client });
	}
	_part;
	get part() {
		return this._part ??= new Part({ client: this.client });
	}
	_sync;
	get sync() {
		return this._sync ??= new Sync({ client: this.client });
	}
	_tui;
	get tui() {
		return this._tui ??= new Tui({ client: this.client });
	}
	_v2;
	get v2() {
		return this._v2 ??= new V2({ client: this.client });
	}
};

// node_modules/@opencode-ai/sdk/dist/error-interceptor.js
/**
* Wrap whatever the generated client decoded from a non-2xx error body
* into a real `Error` so downstream formatters (TUI, plugins) get a
* useful `.message` instead of `[object Object]` or blank. The original
* parsed body and status live under `.cause` for callers that need
* structured fields.
*
* Only fires when the caller used `{ throwOnError: true }`. Callers that
* read `result.error` directly (the result-tuple path) get the parsed
* body unchanged so existing field-level reads (`.error.name`,
* `JSON.stringify(error)`, etc.) are byte-for-byte identical to before.
*/
function wrapClientError(error, response, request, opts) {
	if (!opts?.throwOnError) return error;
	if (error instanceof Error) return error;
	if (typeof error === "object" && error !== null && Object.keys(error).length > 0) {
		const obj = error;
		const message = typeof obj.data?.message === "string" && obj.data.message || typeof obj.message === "string" && obj.message || typeof obj.name === "string" && obj.name || describe$1(request, response);
		return new Error(message, { cause: {
			body: error,
			status: response?.status
		} });
	}
	if (typeof error === "string" && error.length > 0) return new Error(error, { cause: {
		body: error,
		status: response?.status
	} });
	const reason = response ? "(empty response body)" : "network error (no response)";
	return new Error(`opencode server ${describe$1(request, response)}: ${reason}`, { cause: {
		body: error,
		status: response?.status
	} });
}
function describe$1(request, response) {
	const method = request?.method ?? "?";
	const url = request?.url ?? "?";
	const status = response?.status;
	const statusText = response?.statusText;
	return `${method} ${url}${status ? " → " + status : ""}${statusText ? " " + statusText : ""}`;
}

// node_modules/@opencode-ai/sdk/dist/v2/client.js
function pick(value, fallback, encode) {
	if (!value) return;
	if (!fallback) return value;
	if (value === fallback) return fallback;
	if (encode && value === encode(fallback)) return fallback;
	return value;
}
function rewrite(request, values) {
	if (request.method !== "GET" && request.method !== "HEAD") return request;
	const url = new URL(request.url);
	let changed = false;
	for (const [name, key] of [["x-opencode-directory", "directory"], ["x-opencode-workspace", "workspace"]]) {
		const value = pick(request.headers.get(name), key === "directory" ? values.directory : values.workspace, key === "directory" ? encodeURIComponent : void 0);
		if (!value) continue;
		for (const query of url.pathname.startsWith("/api/") ? [key, `location[${key}]`] : [key]) if (!url.searchParams.has(query)) url.searchParams.set(query, value);
		changed = true;
	}
	if (!changed) return request;
	const next = new Request(url, request);
	next.headers.delete("x-opencode-directory");
	next.headers.delete("x-opencode-workspace");
	return next;
}
function createOpencodeClient(config) {
	if (!config?.fetch) {
		const customFetch = (req) => {
			req.timeout = false;
			return fetch(req);
		};
		config = {
			...config,
			fetch: customFetch
		};
	}
	if (config?.directory) config.headers = {
		...config.headers,
		"x-opencode-directory": encodeURIComponent(config.directory)
	};
	if (config?.experimental_workspaceID) config.headers = {
		...config.headers,
		"x-opencode-workspace": config.experimental_workspaceID
	};
	const client = createClient(config);
	client.interceptors.request.use((request) => rewrite(request, {
		directory: config?.directory,
		workspace: config?.experimental_workspaceID
	}));
	client.interceptors.response.use((response) => {
		if (response.headers.get("content-type") === "text/html") throw new Error("Request is not supported by this version of OpenCode Server (Server responded with text/html)");
		return response;
	});
	client.interceptors.error.use(wrapClientError);
	return new OpencodeClient({ client });
}

// src/agent/opencode/server.ts
const START_TIMEOUT = 6e4;
/** A request sent in the first moments after the port opens may hang for good, so each try has its own short limit. */
const HEALTH_TIMEOUT = 1e3;
/** A stopped server keeps its connections open for ever; only the event stream may last. Questions are asked again. */
const QUESTION_TIMEOUT = 5e3;
const COMMAND_TIMEOUT = 3e4;
function boundedFetch(input, init) {
	const request = new Request(input, init);
	if (new URL(request.url).pathname.endsWith("/event")) return fetch(request);
	const limit = AbortSignal.timeout(request.method === "GET" ? QUESTION_TIMEOUT : COMMAND_TIMEOUT);
	return fetch(request, { signal: AbortSignal.any([request.signal, limit]) });
}
/** How often a port is looked for that is still free when OpenCode comes to take it. */
const PORT_TRIES = 3;
/** Starts `opencode serve` on loopback with a random port and password; ready means that it answered. */
async function startServer(options, tries = PORT_TRIES) {
	await prepareHome(options.home);
	const [port, password] = [await options.sandbox.openPort(), randomBytes(24).toString("base64url")];
	const child = options.sandbox.start({
		file: options.binary,
		args: [
			"serve",
			"--hostname",
			"127.0.0.1",
			"--port",
			String(port)
		],
		cwd: options.home,
		env: {
			...options.env,
			...serverEnvironment(options.home, password, options.access)
		},
		timeout: 0,
		...options.onLine === void 0 ? {} : { onLine: options.onLine }
	});
	let down = false;
	child.ended.then(() => down = true);
	const client = createOpencodeClient({
		baseUrl: `http://127.0.0.1:${port}`,
		fetch: boundedFetch,
		headers: { authorization: `Basic ${Buffer.from(`opencode:${password}`).toString("base64")}` }
	});
	try {
		await untilHealthy(client, child, () => down);
	} catch (error) {
		if (tries > 1 && down && await hasLostPort(child)) return await startServer(options, tries - 1);
		throw error;
	}
	return {
		client,
		pid: child.pid ?? 0,
		isDown: () => down,
		[Symbol.asyncDispose]: async () => {
			await child.kill();
			await child.ended;
		}
	};
}
/** Somebody else took the port between its choice and its use; OpenCode then says no more than this. */
async function hasLostPort(child) {
	return /\bServeError\b/.test((await child.ended).output);
}
async function untilHealthy(client, child, isDown) {
	const deadline = Date.now() + START_TIMEOUT;
	while (Date.now() < deadline && !isDown()) {
		const health = await client.global.health({ signal: AbortSignal.timeout(HEALTH_TIMEOUT) }).catch(() => ({ data: void 0 }));
		if (health.data?.version === "1.18.33") return;
		if (health.data !== void 0) {
			await child.kill();
			throw strange(health.data);
		}
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	await child.kill();
	const { output } = await child.ended;
	throw new Failure("runtime-crashed", `OpenCode did not start: ${output.trim().split("\n").slice(-3).join(" ") || "no output"}`, { hint: "Run it again; if it stays so, the run’s log has what OpenCode printed." });
}
/** Another version. OpenCode 2 has other routes, and answers these with its page. */
function strange(health) {
	const version = typeof health === "object" && health !== null && "version" in health ? health.version : null;
	const found = typeof version === "string" ? `as version ${version}` : "with a page, as OpenCode 2 does";
	return new Failure("runtime-missing", `OpenCode answers ${found}, not as ${OPENCODE_VERSION}.`, { hint: `Leave \`opencode-path\` out, or point it at OpenCode ${OPENCODE_VERSION}.` });
}

// src/agent/repetition.ts
/** The same call so many times in a row, or the same two in turn so often, is a loop. */
const SAME = 4;
const CYCLES = 3;
const LONGEST_CYCLE = 3;
/** Characters of a call that are shown. */
const SHOWN$1 = 80;
/**
* Watches the steps of one session for loops: A-A-A-A, A-B-A-B-A-B and A-B-C-A-B-C-A-B-C. A call counts as the same when
* its outcome is the same as well, numbers aside: somebody who runs the tests between two edits repeats nothing.
*/
function createRepetition() {
	const steps = [];
	let found = null;
	return {
		add({ call, outcome }) {
			steps.push(`${call}\n${outcome.replaceAll(/\d+/g, "#")}`);
			if (steps.length > 9) steps.shift();
			found ??= loopIn(steps);
		},
		found: () => found
	};
}
function loopIn(steps) {
	if (repeats(steps, 1) >= SAME) return `${nameOf$1(steps.at(-1))}, ${SAME} times in a row`;
	for (let length = 2; length <= LONGEST_CYCLE; length += 1) {
		if (repeats(steps, length) < CYCLES) continue;
		return `${steps.slice(-length).map(nameOf$1).join(" and ")} in turn, ${CYCLES} times`;
	}
	return null;
}
/** How often the last `length` steps stand at the end, one after another. */
function repeats(steps, length) {
	const cycle = steps.slice(-length);
	if (cycle.length < length) return 0;
	let count = 0;
	for (let end = steps.length; end >= length; end -= length) {
		if (!cycle.every((step, index) => steps[end - length + index] === step)) break;
		count += 1;
	}
	return count;
}
function nameOf$1(step) {
	const name = step?.split("\n")[0] ?? "";
	return name.length > SHOWN$1 ? `${name.slice(0, SHOWN$1)}…` : name;
}

// src/agent/opencode/activity.ts
/** Milliseconds; events come in bursts, and one look after each burst is enough. */
const QUICK_POLL = 50;
/** Keeps the time of the last sign of life, and wakes the follower when there is one. */
function watchActivity({ events, session, onActivity, stop }) {
	const repetitions = /* @__PURE__ */ new Map();
	let last = Date.now();
	let wake = () => void 0;
	const wakeNow = () => wake();
	stop?.addEventListener("abort", wakeNow);
	const unlisten = events.listen((event) => {
		last = Date.now();
		if (event.activity !== null) onActivity(event.activity);
		if (event.step !== null) {
			const repetition = repetitions.get(event.session) ?? createRepetition();
			repetitions.set(event.session, repetition);
			repetition.add(event.step);
			if (repetition.found() !== null) wake();
		}
		if (event.session === session && event.activity === null) wake();
	});
	const next = (wait) => new Promise((resolve) => {
		if (stop?.aborted === true) return resolve();
		const timer = setTimeout(resolve, wait);
		wake = () => {
			clearTimeout(timer);
			setTimeout(resolve, 50);
		};
	});
	return {
		lastActivity: () => last,
		repeats: (family) => family.map((one) => repetitions.get(one)?.found() ?? null).find((loop) => loop !== null) ?? null,
		next,
		end: () => {
			unlisten();
			stop?.removeEventListener("abort", wakeNow);
		}
	};
}

// src/agent/opencode/limits.ts
/** Why a turn must end now, by what happens and not by what anybody promises; null while it may go on. */
function limitReached$1(limits, watch, family) {
	const now = Date.now();
	if (limits.stop?.aborted === true) return stopReason(limits.stop);
	if (now >= limits.deadline) return outOfTime();
	const loop = watch.repeats(family);
	if (loop !== null) return repeated(loop);
	return now - watch.lastActivity() < limits.idleTimeout ? null : silent(limits.idleTimeout);
}
function outOfTime() {
	return {
		category: "timeout",
		message: "The time of the run was used up during a turn."
	};
}
function silent(idleTimeout) {
	return {
		category: "stalled",
		message: `Nothing was heard of the agent for ${Math.round(idleTimeout / 1e3)} seconds.`
	};
}
function repeated(loop) {
	return {
		category: "stalled",
		message: `The agent went round in circles: ${loop}.`
	};
}
/** The Fault that a turn's signal was aborted with. */
function stopReason(stop) {
	const reason = stop.reason;
	return isFault(reason) ? reason : {
		category: "cancelled",
		message: "The turn was stopped."
	};
}
function isFault(value) {
	return typeof value === "object" && value !== null && "category" in value && "message" in value;
}

// src/agent/opencode/messages.ts
/**
* The newest answers of a session, oldest first. OpenCode 1.18 refuses (400) every page that contains a prompt with an
* answer schema, though the answers after it can be read; so the longest page that it gives is looked for.
*/
async function newestAnswers(client, session, directory) {
	const read = (limit) => readPage(client, {
		session,
		directory,
		limit
	});
	const whole = await read();
	if (whole !== "unreadable") return whole;
	let [best, readable, tooLong] = [
		[],
		0,
		Number.POSITIVE_INFINITY
	];
	while (tooLong - readable > 1) {
		const limit = tooLong === Number.POSITIVE_INFINITY ? Math.max(1, readable * 2) : Math.floor((readable + tooLong) / 2);
		const page = await read(limit);
		if (page === "unreadable") tooLong = limit;
		else [best, readable] = [page, limit];
	}
	return best;
}
async function readPage(client, page) {
	const { data, response } = await client.session.messages({
		sessionID: page.session,
		directory: page.directory,
		...page.limit === void 0 ? {} : { limit: page.limit }
	});
	if (data !== void 0) return data.flatMap(({ info, parts }) => info.role === "assistant" ? [{
		info,
		parts
	}] : []);
	if (response?.status === 400) return "unreadable";
	throw new Error(`OpenCode did not list the messages of a session (status ${response?.status ?? "none"})`);
}

// src/agent/opencode/faults.ts
/** Why a turn failed, from the error that OpenCode put on its message. */
function faultOf(error) {
	return {
		category: categoryOf(error),
		message: messageOf(error)
	};
}
function categoryOf(error) {
	switch (error.name) {
		case "ProviderAuthError": return "auth";
		case "MessageOutputLengthError":
		case "StructuredOutputError": return "bad-output";
		case "MessageAbortedError": return "cancelled";
		case "ContextOverflowError": return "context-overflow";
		case "ContentFilterError": return "content-filter";
		case "APIError":
			if (error.data.statusCode === void 0) return "stream-lost";
			return categoryOfStatus(error.data.statusCode) ?? "unknown";
		case "UnknownError": return "unknown";
	}
}
const WORD_JOINER = "⁠";
function messageOf(error) {
	const { message } = error.data;
	const text = (typeof message === "string" ? message : error.name).replaceAll(WORD_JOINER, "");
	return error.name === "APIError" && error.data.statusCode !== void 0 ? `${text} (status ${error.data.statusCode})` : text;
}

// src/agent/opencode/turn-end.ts
/** Null while the turn may still go on. */
function endOf(fresh) {
	const last = fresh.at(-1);
	if (last === void 0 || last.info.time.completed === void 0) return null;
	const text = textOf(fresh);
	if (last.info.error !== void 0) return {
		kind: "failed",
		fault: faultOf(last.info.error),
		text
	};
	if (last.info.structured !== void 0) return {
		kind: "done",
		text,
		structured: last.info.structured,
		recovered: null
	};
	if (fresh.flatMap(({ parts }) => parts).some((part) => part.type === "tool" && isPending(part.state.status)) || last.info.finish === void 0 || last.info.finish === "tool-calls") return null;
	if (last.info.finish === "content-filter") return failed$2("content-filter", "The provider’s filter ended the answer.", text);
	if (last.info.finish === "length") return failed$2("bad-output", "The answer was cut off at the model’s output limit.", text);
	return {
		kind: "done",
		text,
		structured: void 0,
		recovered: null
	};
}
function isPending(status) {
	return status === "pending" || status === "running";
}
/** The words of the last answer. */
function textOf(fresh) {
	return (fresh.at(-1)?.parts ?? []).filter((part) => part.type === "text").map((part) => part.text).join("\n").trim();
}
/** The last answer is over, whatever it was. */
function isWhole$1(fresh) {
	return fresh.at(-1)?.info.time.completed !== void 0;
}
function failed$2(category, message, text) {
	return {
		kind: "failed",
		fault: {
			category,
			message
		},
		text
	};
}

// src/agent/opencode/usage.ts
/**
* Counts what a session and its children used since it was last asked. A message's tokens are those of one request, and
* a session's own sums leave its children out, so every message of the whole tree is added up, each once.
*/
function createAccount(client, directory, isPriced) {
	const counted = /* @__PURE__ */ new Set();
	return async (session) => {
		const fresh = (await assistantMessages(client, session, directory)).filter((message) => message.time.completed !== void 0 && !counted.has(message.id));
		for (const message of fresh) counted.add(message.id);
		return fresh.filter(wasAnswered).map((message) => usageOf$2(message, isPriced));
	};
}
async function assistantMessages(client, session, directory) {
	const ids = await familyOf(client, session);
	return (await Promise.all(ids.map((id) => newestAnswers(client, id, directory)))).flat().map(({ info }) => info);
}
/** A session's id and those of all its descendants. */
async function familyOf(client, session) {
	const { data } = await client.session.children({ sessionID: session }, { throwOnError: true });
	return [session, ...(await Promise.all(data.map((child) => familyOf(client, child.id)))).flat()];
}
/** A request that failed before it was answered used nothing. */
function wasAnswered(message) {
	const { input, output, reasoning, cache } = message.tokens;
	return message.error === void 0 || input + output + reasoning + cache.read + cache.write > 0;
}
function usageOf$2(message, isPriced) {
	const model = `${message.providerID}/${message.modelID}`;
	return {
		session: message.sessionID,
		model,
		requests: 1,
		tokens: {
			input: message.tokens.input,
			output: message.tokens.output,
			reasoning: message.tokens.reasoning,
			cacheRead: message.tokens.cache.read,
			cacheWrite: message.tokens.cache.write
		},
		cost: isPriced(model) ? message.cost : null
	};
}

// src/agent/opencode/turn.ts
const POLL$1 = 1e3;
/** Time for a submitted prompt to show up as work. */
const START_LIMIT$2 = 15e3;
/** Time for a session that came to rest after a whole message to go on with another. */
const REST_LIMIT = 2e3;
const CRASHED = "OpenCode ended in the middle of a turn.";
/** A question that got no answer in its time is asked so often. */
const QUESTION_TRIES = 4;
/** Time for an aborted session to come to rest. */
const ABORT_LIMIT = 5e3;
/**
* Submits one prompt and follows it until the turn is over by every sign there is, its time is up, or it fell silent.
* It is submitted once; a lost event stream is made up for by polling.
*/
async function runTurn(options) {
	const { client, session, directory } = options;
	const watch = watchActivity(options);
	try {
		const before = await idsBefore(options);
		options.onSubmitted();
		await client.session.promptAsync({
			sessionID: session,
			directory,
			agent: options.agent,
			model: options.model,
			parts: [{
				type: "text",
				text: options.prompt
			}, ...options.images.map(filePart)],
			...options.schema === null ? {} : { format: {
				type: "json_schema",
				schema: options.schema
			} }
		}, { throwOnError: true }).catch((error) => {
			if (!isTimeout(error)) throw error;
		});
		return await follow(options, before, watch);
	} catch (error) {
		const message = error instanceof Error ? error.message : String(error);
		return await isGoneSoon(options) ? failed$2("runtime-crashed", CRASHED, "") : failed$2("stream-lost", `OpenCode did not answer: ${message}`, "");
	} finally {
		watch.end();
	}
}
function filePart({ name, mime, base64 }) {
	return {
		type: "file",
		mime,
		filename: name,
		url: `data:${mime};base64,${base64}`
	};
}
/** What stood there before. A server that is slow to answer is asked again, since nothing was submitted yet. */
async function idsBefore(options, tries = QUESTION_TRIES) {
	const answers = await entries(options).catch((error) => {
		if (tries > 1 && isTimeout(error) && !options.isDown()) return null;
		throw error;
	});
	return answers === null ? await idsBefore(options, tries - 1) : new Set(answers.map(({ info }) => info.id));
}
function isTimeout(error) {
	return error instanceof Error && error.name === "TimeoutError";
}
/** Looks again at each event of the session's family, and every second whatever the events say. */
async function follow(options, before, watch) {
	const startedAt = Date.now();
	let family = [options.session];
	for (;;) {
		if (options.isDown()) return failed$2("runtime-crashed", CRASHED, "");
		const limit = limitReached$1(options, watch, family);
		if (limit !== null) return abort(options, before, limit);
		const status = await familyStatus(options).catch(() => UNANSWERED);
		if (status.family.length > 0) family = status.family;
		if (status.retryAt !== null && status.retryAt > options.deadline) return abort(options, before, {
			category: "usage-limit",
			message: `The provider asks to wait: ${status.retryMessage}`
		});
		if (status.idle) {
			const fresh = (await entries(options).catch(() => [])).filter(({ info }) => !before.has(info.id));
			const end = endOf(fresh);
			if (end !== null) return end;
			if (Date.now() - Math.max(startedAt, watch.lastActivity()) > (isWhole$1(fresh) ? REST_LIMIT : START_LIMIT$2)) return failed$2("bad-output", "The model’s answer was empty or broke off.", textOf(fresh));
		}
		await watch.next(status.idle ? 50 : POLL$1);
	}
}
/** A server that does not answer is asked again until it falls under one of the limits. */
const UNANSWERED = {
	family: [],
	idle: false,
	retryAt: null,
	retryMessage: ""
};
function entries({ client, session, directory }) {
	return newestAnswers(client, session, directory);
}
/** Idle when neither the session nor any child of it is at work. */
async function familyStatus({ client, session, directory }) {
	const [family, { data }] = await Promise.all([familyOf(client, session), client.session.status({ directory }, { throwOnError: true })]);
	const busy = family.map((id) => data[id]).filter((status) => status !== void 0 && status.type !== "idle");
	const retry = busy.find((status) => status?.type === "retry");
	return {
		family,
		idle: busy.length === 0,
		retryAt: retry?.type === "retry" ? retry.next : null,
		retryMessage: retry?.type === "retry" ? retry.message : ""
	};
}
/** Ends the turn. An answer that was whole before counts, as recovered. */
async function abort(options, before, fault) {
	const { client, session, directory } = options;
	const signal = AbortSignal.timeout(ABORT_LIMIT);
	if (await client.session.abort({
		sessionID: session,
		directory
	}, { signal }).catch(() => null) === null) return {
		kind: "failed",
		fault,
		text: ""
	};
	while (!signal.aborted && !(await familyStatus(options).catch(() => ({ idle: true }))).idle) await new Promise((resolve) => setTimeout(resolve, 50));
	const fresh = (await entries(options).catch(() => [])).filter(({ info }) => !before.has(info.id));
	const end = endOf(fresh);
	return end?.kind === "done" ? {
		...end,
		recovered: fault
	} : {
		kind: "failed",
		fault,
		text: textOf(fresh)
	};
}
/** A connection breaks off before the end of the process is known. */
async function isGoneSoon({ isDown }) {
	for (let tries = 0; tries < 20 && !isDown(); tries += 1) await new Promise((resolve) => setTimeout(resolve, 50));
	return isDown();
}

// src/agent/opencode/opencode.ts
/** OpenCode's own agent that may use every tool; what a role may do is in the rules of its session. */
const STOCK_AGENT = "build";
/** A warm OpenCode server behind the Agent port. */
async function startOpenCode(options) {
	await using opening = new AsyncDisposableStack();
	opening.use(options.sandbox);
	const server = opening.use(await startServer(options));
	const streams = opening.use(createEventStreams(server.client));
	const catalogue = await readCatalogue(server, options);
	const opened = opening.move();
	return {
		description: `OpenCode ${OPENCODE_VERSION} over serve`,
		cannot: [],
		atOnce: Infinity,
		open: (wanted) => openSession(wanted, {
			server,
			streams,
			catalogue,
			options
		}),
		findModel: async (model, input) => findModel(model, catalogue, input),
		sweep: () => options.sandbox.sweep([server.pid]),
		pause: options.sandbox.pause,
		[Symbol.asyncDispose]: () => opened[Symbol.asyncDispose]()
	};
}
/** A server that has just started on a busy machine may take longer than one question is waited for. */
const CATALOGUE_TRIES = 6;
async function readCatalogue(server, options, tries = CATALOGUE_TRIES) {
	const answer = await server.client.config.providers({ directory: options.directory }, { throwOnError: true }).catch((error) => {
		if (tries > 1 && !server.isDown()) return null;
		throw error;
	});
	if (answer === null) return await readCatalogue(server, options, tries - 1);
	const { data } = answer;
	const { preferred } = options.access;
	const standard = preferred === null ? void 0 : data.default[preferred];
	return {
		models: new Map(data.providers.flatMap(({ id, models }) => Object.entries(models).map(([model, listed]) => [`${id}/${model}`, modelInfo(`${id}/${model}`, listed)]))),
		standard: standard === void 0 ? null : `${preferred}/${standard}`
	};
}
async function openSession(wanted, running) {
	const { client } = running.server;
	const { data } = await client.session.create({
		directory: wanted.directory,
		title: wanted.title,
		permission: [...PERMISSIONS[wanted.role]]
	}, { throwOnError: true });
	const account = createAccount(client, wanted.directory, (model) => (running.catalogue.models.get(model)?.price ?? null) !== null);
	let begun = false;
	return {
		id: data.id,
		role: wanted.role,
		hasBegun: () => begun,
		turn: async (request) => {
			const onSubmitted = () => void (begun = true);
			return {
				...await takeTurn({
					...wanted,
					id: data.id,
					onSubmitted
				}, request, running),
				usage: await usageOf$1(() => account(data.id), running.server)
			};
		}
	};
}
/** How often a server is asked for what was used; each question has its own time. */
const ACCOUNT_TRIES = 2;
/** A busy server is asked again. One that is gone or hangs cannot be asked any more; the gateway has counted what it used. */
async function usageOf$1(account, server, tries = ACCOUNT_TRIES) {
	if (server.isDown() || tries === 0) return [];
	return await account().catch(() => usageOf$1(account, server, tries - 1));
}
async function takeTurn(session, request, { server, streams, options, catalogue }) {
	const [providerID = "", ...rest] = request.model.split("/");
	const sees = catalogue.models.get(request.model)?.sees === true;
	await using stack = new AsyncDisposableStack();
	stack.defer(await options.sandbox.lend(session.directory));
	const end = await runTurn({
		client: server.client,
		events: streams.of(session.directory),
		isDown: server.isDown,
		session: session.id,
		directory: session.directory,
		agent: STOCK_AGENT,
		model: {
			providerID,
			modelID: rest.join("/")
		},
		prompt: sees ? request.prompt : withUnseenImages(request.prompt, request.images),
		images: sees ? request.images ?? [] : [],
		schema: request.schema ?? null,
		deadline: request.deadline,
		idleTimeout: options.idleTimeout,
		stop: request.stop,
		onActivity: request.onActivity ?? (() => void 0),
		onSubmitted: session.onSubmitted
	});
	if (end.kind === "done") return {
		status: "done",
		text: end.text,
		structured: end.structured,
		recovered: end.recovered
	};
	return {
		status: "failed",
		...end.fault,
		text: end.text
	};
}

// src/agent/opencode/run/permissions.ts
const OUTSIDE = {
	permission: "external_directory",
	pattern: "*",
	action: "deny"
};
/** A loop that is refused ends the turn with an error; Patchwright watches for loops itself. */
const LOOPS = {
	permission: "doom_loop",
	pattern: "*",
	action: "allow"
};
/**
* A role's rules as configuration, since `run` takes none for its session. The stock agent has them whole. Every other
* agent, a child session's for one, is denied the same and keeps what it is denied by itself.
*/
function configuredPermissions(role) {
	const rules = [
		OUTSIDE,
		...PERMISSIONS[role].map(answered),
		LOOPS
	];
	return {
		permission: asConfigured(rules.filter((rule) => rule.action === "deny" || rule === LOOPS)),
		agent: { build: { permission: asConfigured(rules) } },
		experimental: { continue_loop_on_deny: true }
	};
}
/** Nothing can be asked: what would be is denied. */
function answered({ permission, pattern, action }) {
	return {
		permission,
		pattern,
		action: action === "ask" ? "deny" : action
	};
}
/** The last rule that matches counts, and rules are in the order of their keys. */
function asConfigured(rules) {
	const byPermission = /* @__PURE__ */ new Map();
	for (const { permission, pattern, action } of rules) {
		const patterns = {
			...byPermission.get(permission),
			[pattern]: action
		};
		byPermission.delete(permission);
		byPermission.set(permission, patterns);
	}
	return Object.fromEntries([...byPermission].map(([permission, patterns]) => [permission, flat(patterns)]));
}
/** Some permissions take a plain action and no patterns. */
function flat(patterns) {
	const [only, ...more] = Object.entries(patterns);
	return only?.[0] === "*" && more.length === 0 ? only[1] : patterns;
}

// src/agent/opencode/run/environment.ts
/** The whole environment of one `opencode` process; a role’s permissions are in it. */
function runEnvironment(place, { env, access }) {
	const password = randomBytes(24).toString("base64url");
	const { OPENCODE_CONFIG_CONTENT = "{}", ...own } = serverEnvironment(place.home, password, access);
	const configuration = record(string(), unknown()).parse(JSON.parse(OPENCODE_CONFIG_CONTENT));
	return {
		...env,
		HOME: place.home,
		TMPDIR: join(place.home, "tmp"),
		PWD: place.directory,
		...own,
		OPENCODE_CONFIG_CONTENT: JSON.stringify({
			...configuration,
			...configuredPermissions(place.role)
		})
	};
}

// src/agent/opencode/run/output-file.ts
/** Bytes that are read at once. */
const CHUNK = 262144;
/**
* Opens a file for a program's output and takes its name away at once: nobody finds it under a path, and nothing is left
* of it once it is closed, whatever becomes of this process.
*/
async function openOutputFile(directory) {
	await mkdir(directory, { recursive: true });
	const path = join(directory, `output-${randomBytes(8).toString("hex")}`);
	const handle = await open(path, "ax+", 384);
	await unlink(path);
	const buffer = Buffer.alloc(CHUNK);
	let position = 0;
	return {
		handle,
		async read(onBytes) {
			for (;;) {
				const { bytesRead } = await handle.read(buffer, 0, CHUNK, position);
				if (bytesRead === 0) return;
				position += bytesRead;
				onBytes(buffer.subarray(0, bytesRead));
			}
		},
		[Symbol.asyncDispose]: () => handle.close()
	};
}

// src/agent/opencode/run/models.ts
/** Milliseconds. */
const LIST_TIMEOUT = 3e4;
const price = object({
	input: number(),
	output: number(),
	cache: object({
		read: number().exactOptional(),
		write: number().exactOptional()
	}).exactOptional()
});
const listedModel = object({
	id: string(),
	providerID: string(),
	api: object({ id: string().exactOptional() }).exactOptional(),
	cost: price.extend({
		tiers: array(price.extend({ tier: object({ size: number() }) })).exactOptional(),
		experimentalOver200K: price.exactOptional()
	}).exactOptional(),
	limit: object({
		context: number().exactOptional(),
		output: number().exactOptional()
	}).exactOptional(),
	options: record(string(), unknown()).exactOptional(),
	capabilities: object({ input: object({ image: boolean().exactOptional() }).exactOptional() }).exactOptional()
});
/** Asks `opencode models` what there is. A Failure (`runtime-crashed`) says what it printed when it could not. */
async function listModels(options) {
	const models = readModelList(await printedList(options));
	const { preferred } = options.access;
	const standard = preferred === null ? void 0 : standardModel(models.filter((model) => model.providerID === preferred));
	return {
		models: new Map(models.map((model) => {
			const name = nameOf(model);
			return [name, modelInfo(name, model)];
		})),
		standard: standard === void 0 ? null : nameOf(standard)
	};
}
async function printedList({ binary, sandbox, home, env, access, onLine }) {
	const own = join(home, "models");
	await prepareHome(own);
	await using output = await openOutputFile(home);
	const ended = await sandbox.start({
		file: binary,
		args: ["models", "--verbose"],
		cwd: own,
		env: runEnvironment({
			home: own,
			directory: own,
			role: "reviewer"
		}, {
			env,
			access
		}),
		timeout: LIST_TIMEOUT,
		outputFile: output.handle,
		...onLine === void 0 ? {} : { onLine }
	}).ended;
	const parts = [];
	await output.read((bytes) => parts.push(Uint8Array.from(bytes)));
	const printed = Buffer.concat(parts).toString("utf8");
	if (ended.exitCode === 0 && !ended.timedOut) return printed;
	throw new Failure("runtime-crashed", `OpenCode did not start: ${ended.output.trim().split("\n").slice(-3).join(" ") || "no output"}`, { hint: "Run it again; if it stays so, the run’s log has what OpenCode printed." });
}
/** Models of a list in which each name is followed by its description as indented JSON. */
function readModelList(printed) {
	return [...printed.matchAll(/^\{\r?\n.*?^\}/gms)].flatMap(([description]) => {
		const { data } = listedModel.safeParse(parsed(description));
		return data === void 0 ? [] : [data];
	});
}
function parsed(text) {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}
/** Names that OpenCode 1.18 prefers, the later the more; the list does not say which model it would take by itself. */
const PREFERRED = [
	"gpt-5",
	"claude-sonnet-4",
	"big-pickle",
	"gemini-3-pro"
];
/** What OpenCode takes by itself: a preferred name before others, a latest version before dated ones, then the last by its id. */
function standardModel(models) {
	const rank = ({ id }) => PREFERRED.findIndex((name) => id.includes(name));
	const isLatest = ({ id }) => id.includes("latest") ? 1 : 0;
	const byId = (left, right) => left.id < right.id ? 1 : -1;
	return models.toSorted((left, right) => rank(right) - rank(left) || isLatest(right) - isLatest(left) || byId(left, right))[0];
}
function nameOf({ providerID, id }) {
	return `${providerID}/${id}`;
}

// src/agent/opencode/run/answer-form.ts
const FORM = `{{prompt}}

# Form of the answer

Your last message is read by a program. It is one JSON object and nothing else: no words before or after it. It is valid
by this JSON Schema:

{{schema}}`;
/** The prompt, with the form of its answer at the end where one is wanted; `run` has no other way to ask for data. */
function withAnswerForm(prompt, schema) {
	return schema === void 0 ? prompt : fillTemplate(FORM, {
		prompt,
		schema: JSON.stringify(schema)
	});
}

// src/agent/opencode/run/lines.ts
/** Longest line that is kept: 16 MiB. One answer or one tool's result is a line. */
const LONGEST_LINE = 16777216;
const NEWLINE = 10;
/** Puts lines together from bytes. A line longer than the limit is left out, and the next one is read as usual. */
function createLines(onLine, limit = LONGEST_LINE) {
	let parts = [];
	let length = 0;
	let tooLong = 0;
	const keep = (part) => {
		length += part.length;
		if (length <= limit) parts.push(part);
		else parts = [];
	};
	const finish = () => {
		if (length > limit) tooLong += 1;
		else if (length > 0) onLine(Buffer.concat(parts).toString("utf8"));
		[parts, length] = [[], 0];
	};
	return {
		add(bytes) {
			let rest = bytes;
			for (let end = rest.indexOf(NEWLINE); end !== -1; end = rest.indexOf(NEWLINE)) {
				keep(rest.subarray(0, end));
				finish();
				rest = rest.subarray(end + 1);
			}
			if (rest.length > 0) keep(Uint8Array.from(rest));
		},
		end: finish,
		tooLong: () => tooLong
	};
}

// src/agent/opencode/run/outcome.ts
/** Tells what became of a turn by every sign that its process gave; one of them alone is never enough. */
function outcomeOf({ transcript, ended, struck, unread }) {
	const error = transcript.error();
	if (struck !== null) {
		if (isWhole(transcript)) return {
			kind: "done",
			recovered: struck
		};
		return {
			kind: "failed",
			fault: error !== null && struck.category === "stalled" ? error : struck
		};
	}
	if (error !== null) return {
		kind: "failed",
		fault: error
	};
	if (ended === null || !endedWell(ended, transcript)) return failed$1("runtime-crashed", crashed(ended));
	const reason = transcript.finish();
	if (reason === null) return failed$1("runtime-crashed", `OpenCode ended in the middle of a turn${beside(unread)}.`);
	return outcomeOfReason(reason) ?? {
		kind: "done",
		recovered: null
	};
}
/** True once the answer is there, whether or not the process has ended. */
function isWhole(transcript) {
	return transcript.error() === null && transcript.finish() === "stop";
}
/** True once nothing is to come but the end of the process. */
function isOver(transcript) {
	return transcript.error() !== null || isWhole(transcript);
}
function endedWell({ exitCode }, transcript) {
	return exitCode === 0 || exitCode === 1 && transcript.mended();
}
/** Null for the one reason that a model gives when it has said everything. */
function outcomeOfReason(reason) {
	switch (reason) {
		case "stop": return null;
		case "length": return failed$1("bad-output", "The answer was cut off at the model’s output limit.");
		case "content-filter": return failed$1("content-filter", "The provider’s filter ended the answer.");
		case "tool-calls": return failed$1("bad-output", "The turn ended after a tool call and without an answer, as it does when one is refused.");
		default: return failed$1("bad-output", `The model’s answer ended for a reason that is not known: ${reason}.`);
	}
}
function failed$1(category, message) {
	return {
		kind: "failed",
		fault: {
			category,
			message
		}
	};
}
function beside(unread) {
	return unread === 0 ? "" : `; ${unread} of its lines could not be read`;
}
function crashed(ended) {
	if (ended === null) return "OpenCode could not be ended.";
	const how = ended.signal === null ? `with exit code ${ended.exitCode}` : `by ${ended.signal}`;
	const said = lastWords(ended.output);
	return `OpenCode ended ${how}${said === "" ? " in the middle of a turn." : `: ${said}`}`;
}
/** What it printed for people; its log stands between. */
function lastWords(output) {
	return stripVTControlCharacters(output).split("\n").map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("timestamp=")).slice(-3).join(" ");
}

// src/agent/opencode/run/run-line.ts
const count = number().nonnegative().catch(0);
const id = string();
const step = object({
	type: literal("step_start"),
	sessionID: id,
	part: object({ messageID: id })
});
const text = object({
	type: literal("text"),
	sessionID: id,
	part: object({
		id,
		messageID: id,
		text: string(),
		synthetic: boolean().catch(false)
	})
});
const tool = object({
	type: literal("tool_use"),
	sessionID: id,
	part: object({
		id,
		messageID: id,
		tool: string(),
		state: object({
			input: record(string(), unknown()).catch({}),
			output: string().optional().catch(void 0),
			error: string().optional().catch(void 0)
		})
	})
});
const finish = object({
	type: literal("step_finish"),
	sessionID: id,
	part: object({
		id,
		messageID: id,
		reason: string(),
		tokens: object({
			input: count,
			output: count,
			reasoning: count,
			cache: object({
				read: count,
				write: count
			}).catch({
				read: 0,
				write: 0
			})
		}),
		cost: count
	})
});
const reasoning = object({
	type: literal("reasoning"),
	sessionID: id
});
const error = object({
	type: literal("error"),
	sessionID: id,
	error: object({
		name: string().catch(""),
		data: object({
			message: string().exactOptional().catch(""),
			statusCode: number().exactOptional()
		}).catch({})
	})
});
const runLine = discriminatedUnion("type", [
	step,
	text,
	tool,
	finish,
	reasoning,
	error
]);
/** The line as data; null for one that is none of those that OpenCode is known to write. */
function parseRunLine(line) {
	try {
		return runLine.safeParse(JSON.parse(line)).data ?? null;
	} catch {
		return null;
	}
}

// src/agent/opencode/run/run-process.ts
/** Milliseconds between two looks at what was written. */
const POLL = 100;
/** Milliseconds until a process has to be heard of for the first time, where `idleTimeout` is shorter. */
const START_LIMIT$1 = 3e4;
/** Milliseconds of silence after which a process is ended that has told its answer, or its error. */
const LINGER = 3e4;
/** Milliseconds that a killed process is waited for. */
const KILL_LIMIT = 1e3;
/** Runs one process to its end, or to the turn's, and tells what became of the turn. Nothing of it is left running. */
async function followProcess(options) {
	await using output = await openOutputFile(options.outputs);
	let heard = Date.now() + Math.max(0, START_LIMIT$1 - options.idleTimeout);
	const { child, end } = start$2(options, output, () => heard = Date.now());
	const transcribe = createTranscriber(options.transcript);
	const readOn = () => output.read((bytes) => {
		heard = Date.now();
		transcribe.add(bytes);
	});
	let struck = null;
	while (end() === null && struck === null) {
		await pause(POLL, child.ended);
		await readOn();
		struck = end() === null ? limitReached(options, heard) : null;
	}
	await Promise.race([child.kill().then(() => child.ended), pause(KILL_LIMIT)]);
	await readOn();
	const unread = transcribe.end();
	return outcomeOf({
		transcript: options.transcript,
		ended: end(),
		struck,
		unread
	});
}
function start$2({ sandbox, program, onStarted }, output, onSign) {
	let ended = null;
	const child = sandbox.start({
		...program,
		timeout: 0,
		outputFile: output.handle,
		onLine: (line) => {
			onSign();
			program.onLine?.(line);
		}
	});
	child.ended.then((end) => ended = end);
	onStarted(child);
	return {
		child,
		end: () => ended
	};
}
function createTranscriber(transcript) {
	let garbage = 0;
	const lines = createLines((line) => {
		const parsed = parseRunLine(line);
		if (parsed === null) garbage += 1;
		else transcript.add(parsed);
	});
	return {
		add: lines.add,
		end() {
			lines.end();
			return garbage + lines.tooLong();
		}
	};
}
function limitReached({ transcript, deadline, idleTimeout, stop }, heard) {
	const now = Date.now();
	if (stop?.aborted === true) return stopReason(stop);
	if (now >= deadline) return outOfTime();
	const loop = transcript.repeats();
	if (loop !== null) return repeated(loop);
	if (isOver(transcript) && now - heard >= Math.min(LINGER, idleTimeout)) return {
		category: "stalled",
		message: "OpenCode did not end after its answer."
	};
	return now - heard >= idleTimeout ? silent(idleTimeout) : null;
}
/** Milliseconds, or less when the other thing happens before. */
async function pause(wait, orUntil) {
	const { promise, resolve } = Promise.withResolvers();
	const timer = setTimeout(resolve, wait);
	await (orUntil === void 0 ? promise : Promise.race([promise, orUntil]));
	clearTimeout(timer);
}

// src/agent/opencode/run/describe-tool.ts
/** Characters that are shown of what a tool was called with. */
const SHOWN = 80;
/** A tool call in a few words, such as `edit src/a.ts`. */
function describeTool(tool, input) {
	const about = [
		input["filePath"],
		input["command"],
		input["pattern"],
		input["description"]
	].find((value) => typeof value === "string");
	return typeof about === "string" ? `${tool} ${about.split("\n")[0]?.slice(0, SHOWN) ?? ""}` : tool;
}

// src/agent/opencode/run/run-error.ts
/** Why a turn failed, from the error that `run` printed; it is the one that `serve` puts on its message. */
function faultOfLine({ name, data }) {
	const message = data.message === void 0 || data.message === "" ? name || "OpenCode gave no reason." : data.message;
	switch (name) {
		case "APIError": return faultOf({
			name,
			data: {
				isRetryable: false,
				...data,
				message
			}
		});
		case "ProviderAuthError": return faultOf({
			name,
			data: {
				providerID: "",
				message
			}
		});
		case "StructuredOutputError": return faultOf({
			name,
			data: {
				retries: 0,
				message
			}
		});
		case "MessageOutputLengthError":
		case "MessageAbortedError":
		case "ContextOverflowError":
		case "ContentFilterError": return faultOf({
			name,
			data: { message }
		});
		default: return faultOf({
			name: "UnknownError",
			data: { message }
		});
	}
}

// src/agent/opencode/run/transcript.ts
/** Collects one turn from its lines. */
function createTranscript(options) {
	const words = createWords();
	const steps = createSteps(options);
	let session = null;
	let error = null;
	let mended = false;
	return {
		add(line) {
			session = line.sessionID;
			if (line.type === "error") error = faultOfLine(line.error);
			else if (line.type === "text" && !line.part.synthetic) words.add(line);
			else steps.add(line);
			if (line.type !== "step_start" || error?.category !== "context-overflow") return;
			[error, mended] = [null, true];
		},
		session: () => session,
		finish: () => steps.finished()?.reason ?? null,
		error: () => error,
		mended: () => mended,
		text: () => words.of(steps.finished()?.message ?? null),
		usage: steps.usage,
		repeats: steps.repeats
	};
}
function createWords() {
	const messages = /* @__PURE__ */ new Map();
	return {
		add({ part }) {
			const parts = messages.get(part.messageID) ?? /* @__PURE__ */ new Map();
			messages.set(part.messageID, parts.set(part.id, part.text));
		},
		of(message) {
			const said = wordsOf(messages.get(message ?? ""));
			return said === "" ? [...messages.values()].map(wordsOf).findLast((other) => other !== "") ?? "" : said;
		}
	};
}
function createSteps({ model, isPriced, onActivity }) {
	const usage = /* @__PURE__ */ new Map();
	const tools = /* @__PURE__ */ new Set();
	const calledIn = /* @__PURE__ */ new Set();
	const repetition = createRepetition();
	let finished = null;
	const addTool = ({ part }) => {
		if (tools.has(part.id)) return;
		tools.add(part.id);
		calledIn.add(part.messageID);
		onActivity(describeTool(part.tool, part.state.input));
		const outcome = part.state.output ?? part.state.error ?? "";
		repetition.add({
			call: `${part.tool} ${JSON.stringify(part.state.input)}`,
			outcome
		});
	};
	const addFinish = (line) => {
		const { id, messageID: message, reason } = line.part;
		finished = {
			message,
			reason
		};
		if (usage.has(id)) return;
		usage.set(id, usageOf(line, model, isPriced));
		if (!calledIn.has(message)) repetition.add({
			call: "an answer that neither calls a tool nor ends the turn",
			outcome: ""
		});
	};
	return {
		add(line) {
			if (line.type === "step_start" || line.type === "text") finished = null;
			else if (line.type === "tool_use") addTool(line);
			else if (line.type === "step_finish") addFinish(line);
		},
		finished: () => finished,
		usage: () => [...usage.values()],
		repeats: () => repetition.found()
	};
}
function wordsOf(parts) {
	return [...parts?.values() ?? []].join("\n").trim();
}
/** A step is one request. */
function usageOf({ sessionID, part }, model, isPriced) {
	const { input, output, reasoning, cache } = part.tokens;
	return {
		session: sessionID,
		model,
		requests: 1,
		tokens: {
			input,
			output,
			reasoning,
			cacheRead: cache.read,
			cacheWrite: cache.write
		},
		cost: isPriced ? part.cost : null
	};
}

// src/agent/opencode/run/session.ts
/** A conversation of which each turn is a process of its own, which finds the earlier ones in the session's home. */
function openRunSession(wanted, run) {
	const home = join(run.options.home, run.name);
	let id = null;
	let started = false;
	const take = async (request, transcript) => {
		if (request.stop?.aborted === true) return failed(stopReason(request.stop));
		if (Date.now() >= request.deadline) return failed(outOfTime());
		const { sandbox, binary, idleTimeout, onLine } = run.options;
		await prepareHome(home);
		const again = started;
		started = true;
		return await followProcess({
			sandbox,
			program: {
				file: binary,
				args: runArguments({
					model: request.model,
					title: wanted.title,
					session: id,
					again
				}),
				cwd: wanted.directory,
				env: runEnvironment({
					home,
					directory: wanted.directory,
					role: wanted.role
				}, run.options),
				input: withAnswerForm(withUnseenImages(request.prompt, request.images), request.schema),
				...onLine === void 0 ? {} : { onLine }
			},
			outputs: run.options.home,
			transcript,
			deadline: request.deadline,
			idleTimeout,
			stop: request.stop,
			onStarted: run.onStarted
		});
	};
	return {
		get id() {
			return id ?? run.name;
		},
		role: wanted.role,
		hasBegun: () => id !== null,
		turn: async (request) => {
			const transcript = createTranscript({
				model: request.model,
				isPriced: (run.catalogue.models.get(request.model)?.price ?? null) !== null,
				onActivity: request.onActivity ?? (() => void 0)
			});
			const outcome = await take(request, transcript).catch(asOutcome);
			id = transcript.session() ?? id;
			return turnOf(outcome, transcript);
		}
	};
}
/** Without a title a hidden, billed request makes one. The prompt goes over standard input. */
function runArguments({ model, title, session, again }) {
	const earlier = session === null ? ["--continue"] : [`--session=${session}`];
	return [
		"run",
		"--format=json",
		"--print-logs",
		"--log-level=INFO",
		`--model=${model}`,
		`--title=${title}`,
		...again ? earlier : []
	];
}
function turnOf(outcome, transcript) {
	const [text, usage] = [transcript.text(), transcript.usage()];
	return outcome.kind === "done" ? {
		status: "done",
		text,
		structured: void 0,
		recovered: outcome.recovered,
		usage
	} : {
		status: "failed",
		...outcome.fault,
		text,
		usage
	};
}
function failed(fault) {
	return {
		kind: "failed",
		fault
	};
}
/** A sandbox that starts nothing any more says why. */
function asOutcome(error) {
	const { code, message } = asFailure(error);
	return failed({
		category: code,
		message
	});
}

// src/agent/opencode/run/runner.ts
const CANNOT = [
	"The cost of child sessions is not in OpenCode’s own account; the gateway counts it.",
	"Permission requests cannot be answered; what would ask is denied.",
	"Answers are asked for as data by words alone.",
	"Images are not shown to models; they are named.",
	"Nothing is heard of a tool before it is done, nor of an answer before it is whole.",
	"The steps of a plan are done one after another."
];
/** OpenCode without a server behind the Agent port: a process for each turn, and a home for each session. */
async function startRunner(options) {
	const catalogue = await listModels(options);
	const running = /* @__PURE__ */ new Set();
	let opened = 0;
	const onStarted = (process) => {
		running.add(process);
		process.ended.then(() => running.delete(process));
	};
	return {
		description: `OpenCode ${OPENCODE_VERSION} over run`,
		cannot: CANNOT,
		atOnce: 1,
		open: async (wanted) => {
			opened += 1;
			return openRunSession(wanted, {
				options,
				catalogue,
				name: `session-${opened}`,
				onStarted
			});
		},
		findModel: async (model, input) => findModel(model, catalogue, input),
		sweep: () => options.sandbox.sweep([...running].flatMap(({ pid }) => pid === void 0 ? [] : [pid])),
		pause: options.sandbox.pause,
		[Symbol.asyncDispose]: async () => {
			await Promise.all([...running].map((process) => process.kill()));
			await options.sandbox[Symbol.asyncDispose]();
		}
	};
}

// src/agent/opencode/starter.ts
/** Starts agents on one binary, each in the sandbox that is made for it. */
function createStarter(given) {
	const { cache, tools, workspace, confinedEnvironment, debug } = given;
	const onPath = () => resolveProgram("opencode", tools["PATH"] ?? "", [workspace]).catch(() => null);
	const installer = createInstaller({
		cache,
		env: tools,
		untrusted: [workspace],
		onPath
	});
	let digest = null;
	const install = async ({ opencodePath }) => {
		const binary = await realpath(await installer(opencodePath));
		await (digest ??= digestOf(binary));
		return binary;
	};
	/** Whatever ran since may have written where the binary stands. */
	const installAgain = async (settings) => {
		const binary = await install(settings);
		if (await digestOf(binary) === await digest) return binary;
		throw new Failure("runtime-missing", `${binary} is not the OpenCode any more that was installed.`, { hint: "Something in the job replaced it; nothing of it was run. Look at what ran, and keep `opencode-path` out of reach." });
	};
	return {
		install,
		startAgent: async ({ name, directory, home, settings, access, sandbox }) => await TRANSPORTS[settings.transport]({
			binary: await installAgain(settings),
			sandbox,
			home,
			directory,
			env: confinedEnvironment(home),
			access,
			idleTimeout: settings.idleTimeout,
			onLine: (line) => debug(`${name}: ${line}`)
		})
	};
}
/** A warm server can do more and is quicker, so it is what is taken where nothing else is asked for. */
const TRANSPORTS = {
	auto: startOpenCode,
	serve: startOpenCode,
	run: startRunner
};

// src/config/environment.ts
/**
* What the agent, `setup` and checks inherit of the runner's environment: where programs are, language and time zone,
* how to reach a package registry. An allow list, so that a credential nobody thought of is not in it.
*/
const INHERITED = /^(?:PATH|LANG|LC_[A-Z]+|TZ|SHELL|CI|(?:HTTPS?|NO|ALL)_PROXY|SSL_CERT_(?:FILE|DIR)|NODE_EXTRA_CA_CERTS|(?:JAVA|GOROOT|DOTNET|ANDROID|GRADLE|MAVEN|RUSTUP|PYENV|NVM|VOLTA)_?(?:HOME|ROOT|DIR|SDK_ROOT)?(?:_\w+_X64|_\w+_ARM64)?|GOROOT|GOPROXY|GOFLAGS|PIP_INDEX_URL|npm_config_registry)$/i;
/** Tools that keep what they need below the home directory, which the agent does not get. */
const TOOL_HOMES = {
	RUSTUP_HOME: ".rustup",
	PYENV_ROOT: ".pyenv"
};
/** The environment of everything that the change can influence; `home` is a directory of its own. */
function confinedEnvironment(environment, home) {
	const inherited = {};
	for (const [name, value] of Object.entries(environment)) if (value !== void 0 && INHERITED.test(name)) inherited[name] = withoutCredentials(value);
	for (const [name, directory] of Object.entries(TOOL_HOMES)) if (environment["HOME"] !== void 0) inherited[name] ??= `${environment["HOME"]}/${directory}`;
	return {
		...inherited,
		CI: "true",
		HOME: home,
		TMPDIR: `${home}/tmp`
	};
}
/** Addresses of proxies and registries may carry a name and a password. */
function withoutCredentials(value) {
	return value.replace(/^(\w+:\/\/)[^/@\s]+@/, "$1");
}
/** Names that carry credentials of the runner, of the Action's inputs or of a model provider. */
const CREDENTIAL = /^(?:INPUT_|ACTIONS_|GITHUB_|RUNNER_|.*(?:TOKEN|SECRET|PASSWORD|API_KEY|CREDENTIALS?)(?:_|$))/i;
/** The environment of programs of the runner's own that trusted code starts, npm for one: all but credentials. */
function toolEnvironment(environment) {
	const kept = {};
	for (const [name, value] of Object.entries(environment)) if (value !== void 0 && !CREDENTIAL.test(name)) kept[name] = value;
	return kept;
}
/** What a trusted program needs to reach the network: proxies and certificates. */
function networkEnvironment(environment) {
	const wanted = /^(?:(?:HTTPS?|NO|ALL)_PROXY|SSL_CERT_(?:FILE|DIR)|GIT_SSL_CAINFO)$/i;
	return Object.fromEntries(Object.entries(environment).flatMap(([name, value]) => value !== void 0 && wanted.test(name) ? [[name, value]] : []));
}
/** What the gateway's process needs while it starts: certificates. `/proc` shows it, and so it has no credential. */
function gatewayEnvironment(environment) {
	const wanted = /^(?:SSL_CERT_(?:FILE|DIR)|NODE_EXTRA_CA_CERTS)$/;
	return Object.fromEntries(Object.entries(environment).flatMap(([name, value]) => value !== void 0 && wanted.test(name) ? [[name, value]] : []));
}
/** As the environment has them; of both spellings the small one counts, as it does for most programs. */
function proxiesOf(environment) {
	const read = (name) => {
		return [environment[name], environment[name.toUpperCase()]].find((value) => value !== void 0 && value !== "") ?? null;
	};
	return {
		http: read("http_proxy"),
		https: read("https_proxy"),
		no: read("no_proxy") ?? ""
	};
}

// src/config/key.ts
/** OpenCode's own provider: its free models need no key. */
const FREE = "opencode";
/**
* The providers of the configured models with their keys: the `api-key` input for the provider of `model`, the usual
* variables for every other. Read after the gate alone. A model that no key reaches is a `bad-input` Failure.
*/
function resolveProviders(settings, apiKey, environment) {
	const keys = keysIn(environment);
	const main = settings.mainModel === null ? null : providerOf(settings.mainModel);
	if (apiKey !== "" && main === null) throw new Failure("bad-input", "`api-key` is set without `model`, so it is not known whose key it is.", { hint: "Set `model` to `provider/model`, or give the key as the provider’s own variable in `env`." });
	if (apiKey !== "" && main !== null) keys.set(main, apiKey);
	demandReach(settings, keys);
	return {
		all: [.../* @__PURE__ */ new Set([
			...Object.values(settings.modelsOf).flat().map(providerOf),
			...keys.keys(),
			FREE
		])].map((id) => ({
			id,
			baseUrl: isBehindBaseUrl(id, settings) ? settings.baseUrl : null,
			key: keys.get(id) ?? null
		})),
		preferred: [...keys.keys()][0] ?? null
	};
}
function keysIn(environment) {
	const keys = /* @__PURE__ */ new Map();
	for (const [provider, variables] of Object.entries(PROVIDER_KEYS)) {
		const value = variables.map((name) => environment[name]).find((key) => key !== void 0 && key !== "");
		if (value !== void 0) keys.set(provider, value);
	}
	return keys;
}
/** `base-url` is the address of the provider of `model`, and of every one that OpenCode does not know by itself. */
function isBehindBaseUrl(id, { mainModel }) {
	return id === providerOf(mainModel ?? "") || !isKnownProvider(id) && id !== FREE;
}
/** Provider id of `provider/model`. */
function providerOf(model) {
	return model.split("/")[0] ?? "";
}
function demandReach(settings, keys) {
	const named = namedModels(settings.modelsOf);
	for (const { input, model } of named) {
		if (settings.baseUrl !== null && isBehindBaseUrl(providerOf(model), settings)) continue;
		demandPassable(input, model);
		demandKey(input, model, keys);
	}
	if (named.length > 0 || keys.size > 0 || settings.baseUrl !== null) return;
	throw new Failure("bad-input", "`api-key` is missing: no key of any provider was given.", { hint: `Set \`api-key\` and \`model\`, or one of ${variableNames()} in the step’s \`env\`.` });
}
/** Each model once, under the name of the first place that names it. */
function namedModels(modelsOf) {
	const places = /* @__PURE__ */ new Map();
	const name = (models, place) => {
		for (const model of models) if (!places.has(model)) places.set(model, place);
	};
	for (const role of [
		"coder",
		"planner",
		"reviewer"
	]) name(modelsOf[role], MODEL_INPUT[role]);
	for (const role of ["searcher", "advisor"]) name(modelsOf[role], `roles.${role}.model`);
	return [...places].map(([model, input]) => ({
		input,
		model
	}));
}
/** The budget holds because every request passes the gateway; a provider that it cannot serve is not served. */
function demandPassable(input, model) {
	const wayRound = refusedProvider(providerOf(model));
	if (wayRound === null) return;
	throw new Failure("bad-input", `\`${input}\` is “${model}”, whose provider signs requests in a way of its own.`, { hint: wayRound });
}
function demandKey(input, model, keys) {
	const provider = providerOf(model);
	if (provider === FREE || keys.has(provider)) return;
	const variables = isKnownProvider(provider) ? PROVIDER_KEYS[provider].join(" or ") : null;
	throw new Failure("bad-input", `\`api-key\` is missing for \`${input}\` “${model}”.`, { hint: variables === null ? `The provider “${provider}” is not one of ${Object.keys(PROVIDER_KEYS).join(", ")}: set \`base-url\` to its OpenAI-compatible endpoint.` : `Set the \`api-key\` input or ${variables} in the step’s \`env\`, from a repository secret.` });
}
function variableNames() {
	return Object.values(PROVIDER_KEYS).map(([first]) => first).join(", ");
}

// src/gateway/listeners.ts
/** Hears the notices of the gateway's process and passes them on to whom they concern. */
function createListeners(log) {
	const watchers = [];
	const flushes = /* @__PURE__ */ new Map();
	const listening = Promise.withResolvers();
	let ending = false;
	let end = null;
	let last = 0;
	const hear = (notice) => {
		switch (notice.kind) {
			case "listening": return listening.resolve({
				models: notice.models,
				proxy: notice.proxy
			});
			case "flushed": return flushes.get(notice.id)?.();
			case "refused": return log(logLine(`The model gateway refused a request${notice.role === null ? "" : ` of the ${notice.role}`}: ${notice.reason}`));
			case "blocked":
				log(logLine(`The confined network refused a connection to ${notice.host}:${notice.port}: ${notice.reason}.`));
				return watchers.forEach((watcher) => watcher.onBlocked?.(notice));
			case "request": return watchers.forEach((watcher) => watcher.onRequest(notice));
			case "fault": return watchers.forEach((watcher) => watcher.onFault(notice));
		}
	};
	return {
		listening: listening.promise,
		add: (watcher) => {
			watchers.push(watcher);
			if (end !== null) watcher.onFault(end);
		},
		nextFlush: () => last += 1,
		flushed: (id) => new Promise((resolve) => flushes.set(id, resolve)),
		expectEnd: () => void (ending = true),
		/** Without the gateway no model can be asked. */
		down: (how) => {
			if (ending) return;
			end = {
				category: "unknown",
				message: `The model gateway ended in the middle of the run (${how}).`,
				final: true,
				role: null,
				root: null
			};
			for (const watcher of watchers) watcher.onFault(end);
		},
		async follow(lines) {
			for await (const line of lines) {
				const notice = Notice.safeParse(parse$1(line));
				if (notice.success) hear(notice.data);
			}
		}
	};
}
function parse$1(line) {
	try {
		return JSON.parse(line);
	} catch {
		return null;
	}
}

// src/gateway/within.ts
/** Null when the time is up before. */
async function within(milliseconds, promise) {
	let timer;
	const late = new Promise((resolve) => timer = setTimeout(() => resolve(null), milliseconds));
	return await Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

// src/gateway/gateway.ts
/** The role in whose name the requests of a server come: its sessions share one placeholder. */
const HOLDERS = {
	coder: "coder",
	judges: "reviewer"
};
const START_LIMIT = 3e4;
const SETTLE_LIMIT = 5e3;
/** Without it a signal makes Node listen for a debugger, which can read the keys. */
const NO_DEBUGGER = "--disable-sigusr1";
/** Starts the gateway in a process of its own and hands it the keys on its standard input. */
async function startGateway(options) {
	const { providers, limits, deadline, patience, record, proxies, domains } = options;
	const placeholders = Object.fromEntries(Object.entries(HOLDERS).map(([server, role]) => [role, `pw-${server}-${randomBytes(24).toString("hex")}`]));
	const [node, script] = options.program;
	const child = execa(node, [NO_DEBUGGER, script], {
		env: options.env,
		extendEnv: false,
		stdin: "pipe",
		stdout: "pipe",
		stderr: "pipe",
		buffer: false,
		reject: false,
		forceKillAfterDelay: 500
	});
	const order = (one) => void child.stdin.write(`${JSON.stringify(one)}\n`);
	const listeners = createListeners(options.log);
	listeners.follow(child.iterable({ from: "stdout" }));
	logLines(child.iterable({ from: "stderr" }), options.log);
	child.stdin.on("error", () => void 0);
	order({
		kind: "start",
		providers,
		placeholders,
		limits,
		deadline,
		patience,
		record,
		proxies,
		domains
	});
	const down = child.then(({ exitCode, signal }) => listeners.down(`${exitCode ?? signal ?? "unknown"}`));
	const ports = await within(START_LIMIT, Promise.race([listeners.listening, down.then(() => null)]));
	if (ports === null) {
		child.kill("SIGKILL");
		throw new Failure("runtime-missing", "The model gateway did not start.", { hint: "Run it again; the log of the run has what the gateway printed." });
	}
	const origin = `http://127.0.0.1:${ports.models}`;
	const baseUrls = Object.fromEntries(providers.map(({ id, baseUrl }) => [id, openCodeBase(providerOf$1(id, baseUrl), origin)]));
	return {
		ports,
		access: (server) => ({
			placeholder: placeholders[HOLDERS[server]] ?? "",
			baseUrls
		}),
		allow: (server, models) => order({
			kind: "allow",
			role: HOLDERS[server],
			models
		}),
		watch: (watcher) => listeners.add(watcher),
		async settled(role) {
			const id = listeners.nextFlush();
			order({
				kind: "flush",
				id,
				role: HOLDERS[serverOf(role)]
			});
			await within(SETTLE_LIMIT, Promise.race([listeners.flushed(id), down]));
		},
		[Symbol.asyncDispose]: async () => {
			listeners.expectEnd();
			child.stdin.end();
			if (await within(1e3, down.then(() => true)) === null) child.kill("SIGKILL");
			await child;
		}
	};
}
async function logLines(lines, log) {
	for await (const line of lines) log(logLine(`gateway: ${line}`));
}

// src/gateway/starter.ts
/** Makes gateways of what the step was given. */
function createGatewayStarter(options) {
	const { given, program, addSecrets, log } = options;
	return {
		readProviders(settings) {
			const providers = resolveProviders(settings, given.apiKey, given.environment);
			addSecrets(providers.all.flatMap(({ key }) => key === null ? [] : [key]));
			return providers;
		},
		startGateway: ({ all }, settings, deadline) => {
			const { budget, idleTimeout, record, network } = settings;
			const proxies = proxiesOf(given.environment);
			addSecrets(passwordsOf(proxies));
			return startGateway({
				program,
				proxies,
				domains: network === "open" ? null : allowedDomains(settings.allowedDomains, given.environment),
				env: {
					...gatewayEnvironment(given.environment),
					...markOf(options.mark, "gateway")
				},
				providers: all,
				limits: budget,
				deadline,
				patience: Math.min(LONGEST_WAIT, idleTimeout / 2),
				record: record ? join(options.record, "exchanges") : null,
				log
			});
		}
	};
}
/** As they are written in the address, and as they are meant. */
function passwordsOf({ http, https }) {
	return [http, https].flatMap((address) => address !== null && URL.canParse(address) ? [new URL(address).password] : []).filter((password) => password !== "").flatMap((password) => [password, decodeURIComponent(password)]);
}

// src/sandbox/bridge/choose-network.ts
/** The network of a run. Throws `bad-input` where `gateway` was asked for and cannot be given. */
function chooseNetwork({ wanted, isPrivate, canConfine }) {
	if (wanted === "auto") return isPrivate && canConfine ? "gateway" : "open";
	if (wanted === "open" || canConfine) return wanted;
	throw new Failure("bad-input", "`network: gateway` takes bubblewrap, and it does not work or was not chosen here.", { hint: "Install bubblewrap on the runner (`sudo apt-get install bubblewrap`) and leave `sandbox` at auto, or choose `network: open` knowingly." });
}

// src/sandbox/names.ts
/**
* The system's tables of users and groups, in which the program's user has a name and the program's home: some programs
* refuse to run for who has no name, and Java looks for its home there and nowhere else.
*/
function writeNames(directory, mark, { uid, gid, home }) {
	const files = ["passwd", "group"].map((name) => [join(directory, `${name}-${mark}`), `/etc/${name}`]);
	const [users = "", groups = ""] = files.map(([file]) => file);
	writeFileSync(users, usersWith(read("/etc/passwd"), {
		uid,
		gid,
		home
	}));
	writeFileSync(groups, withEntry(read("/etc/group"), gid, `${NAME}:x:${gid}:`));
	for (const [file] of files) chmodSync(file, 420);
	return {
		files,
		remove: () => files.forEach(([file]) => rmSync(file, { force: true }))
	};
}
const NAME = "confined";
function usersWith(text, { uid, gid, home }) {
	const at = /[:\n]/.test(home) ? "/" : home;
	return withEntry(text, uid, `${NAME}:x:${uid}:${gid}::${at}:/bin/sh`).split("\n").map((line) => {
		const fields = line.split(":");
		return fields[2] === String(uid) ? fields.with(5, at).join(":") : line;
	}).join("\n");
}
function withEntry(text, id, entry) {
	return text.split("\n").some((line) => line.split(":")[2] === String(id)) ? text : `${text.trimEnd()}\n${entry}\n`;
}
function read(path) {
	try {
		return readFileSync(path, "utf8");
	} catch {
		return "";
	}
}

// src/sandbox/running.ts
/** Starts programs with a mark each, and knows them until they have ended. Of one that a sweep spares its children end. */
function createRunning(mark, start, endChildren) {
	const running = /* @__PURE__ */ new Set();
	let started = 0;
	return {
		start(program) {
			started += 1;
			const one = start(program, `${mark}.${started}.`);
			running.add(one);
			one.process.ended.then(() => running.delete(one));
			return one.process;
		},
		all: () => [...running],
		async sweep(spare = []) {
			await Promise.all([...running].map(async (one) => {
				await (spare.includes(one.process.pid ?? 0) ? endChildren(one) : one.process.kill());
			}));
		}
	};
}

// src/sandbox/bubblewrap/identity.ts
/** In place of root: many programs behave otherwise, or refuse to run, when they find that they are root. */
const NOT_ROOT = 1e3;
/** The same user as outside, and never root. */
function identityInside() {
	const inside = (id) => id === void 0 || id === 0 ? NOT_ROOT : id;
	return {
		uid: inside(process.getuid?.()),
		gid: inside(process.getgid?.())
	};
}
/** What a program finds as the name of its host. */
const HOST = "sandbox";
/** Options that let the name of the host be resolved beside those that the runner knows, as many programs expect. */
async function hostOptions(directory) {
	const [hosts, name] = [join(directory, "hosts"), join(directory, "hostname")];
	const known = await readFile("/etc/hosts", "utf8").catch(() => "127.0.0.1 localhost\n");
	await mkdir(directory, { recursive: true });
	await writeFile(hosts, `127.0.0.1 ${HOST}\n${known}`);
	await writeFile(name, `${HOST}\n`);
	return [
		"--ro-bind",
		hosts,
		"/etc/hosts",
		"--ro-bind",
		name,
		"/etc/hostname"
	];
}

// src/sandbox/bubblewrap/pause.ts
/** Looks at the processes until all rest; one that is started meanwhile is found by the next. */
const LOOKS = 50;
/** Brings what is in namespaces to rest, as often as it is asked to before it goes on. */
function createPause(root, firsts) {
	let pauses = 0;
	const goOn = async () => {
		pauses -= 1;
		if (pauses > 0) return;
		const inside = await insideOf$1(firsts());
		await signalAsRoot(root, "CONT", idsOf(inside));
	};
	return async () => {
		pauses += 1;
		const pause = { [Symbol.asyncDispose]: goOn };
		for (let look = 0; look < LOOKS; look += 1) {
			const inside = await insideOf$1(firsts());
			const moving = inside.filter((one) => !rests(one, inside));
			if (moving.length === 0) return pause;
			await signalAsRoot(root, "STOP", idsOf(moving));
		}
		await goOn();
		throw new Failure("unknown", "What the agent started could not be brought to rest, so nothing of its work was read.", { hint: "It starts processes faster than they can be stopped; look at what it was asked to run." });
	};
}
/** All but the first process of each namespace, which is bubblewrap's own and takes no orders from inside. */
async function insideOf$1(firsts) {
	const processes = await readProcesses();
	return firsts.flatMap((first) => descendantsOf(first, processes));
}
/** Whoever starts a program waits in the kernel until that has begun, which it does not while it rests itself. */
function rests({ pid, isOver, isStopped, isHeld }, all) {
	return isOver || isStopped || isHeld && all.some((child) => child.parent === pid && child.isStopped);
}
function idsOf(processes) {
	return processes.map(({ pid }) => pid);
}

// src/sandbox/bubblewrap/runner.ts
/** What nobody inside may see, by all its names. */
async function hiddenOf({ home, temp, workspace }) {
	const hidden = [
		home,
		temp,
		workspace
	].filter((path) => path !== "");
	return [.../* @__PURE__ */ new Set([...hidden, ...await Promise.all(hidden.map(realPath))])];
}
/** Runners that were installed in a directory, whose files may hold credentials of theirs. */
async function runnersIn(directory) {
	const names = await readdir(directory).catch(() => []);
	return (await Promise.all(names.map(async (name) => {
		const path = join(directory, name);
		return (await readdir(path).catch(() => [])).some((entry) => entry === ".runner" || entry.startsWith(".credentials")) ? [path] : [];
	}))).flat();
}

// src/sandbox/python-libraries.ts
/** What a user installed for Python beside a `~/.local/bin`: a directory for each version; empty for other directories. */
async function pythonLibraries(directory) {
	if (basename(directory) !== "bin" || basename(dirname(directory)) !== ".local") return [];
	const libraries = join(dirname(directory), "lib");
	return (await readdir(libraries).catch(() => [])).filter((name) => /^python3(?:\.\d+)?$/.test(name)).map((name) => join(libraries, name));
}
/** Those of all directories of a `PATH`. */
async function pythonLibrariesOf(path) {
	return (await Promise.all(path.split(":").filter(isAbsolute).map(pythonLibraries))).flat();
}
/** Run by the program itself, before it is one; what fails in it is no reason not to run. */
const NAME_LIBRARIES = [
	"to_name=$1; shift",
	"while [ \"$to_name\" -gt 0 ]; do",
	"  { mkdir -p \"$HOME/$1\" && printf \"%s\\n\" \"$2\" > \"$HOME/$1/runner.pth\"; } 2>/dev/null; shift 2; to_name=$((to_name - 1))",
	"done",
	"unset to_name; exec \"$@\""
].join("\n");
/**
* A program whose Python finds those libraries after its own. Python looks for them below the home, which is another one
* here; were it told the runner's by a variable, what the program itself installs would go there, where it may not write.
*/
function withPythonLibraries(libraries, program) {
	if (libraries.length === 0 || program.env["HOME"] === void 0) return program;
	const lines = libraries.flatMap((library) => [join(".local/lib", basename(library), "site-packages"), `import site; site.addsitedir(${JSON.stringify(join(library, "site-packages"))})`]);
	const args = [
		"-c",
		NAME_LIBRARIES,
		"sh",
		String(libraries.length),
		...lines,
		program.file,
		...program.args
	];
	return {
		...program,
		file: "/bin/sh",
		args
	};
}

// src/sandbox/bubblewrap/tools.ts
/** Variables whose value is the directory of a tool. */
const TOOL_HOME = /^(?:JAVA|GOROOT|DOTNET|ANDROID|GRADLE|MAVEN|RUSTUP|PYENV|NVM|VOLTA)_?(?:HOME|ROOT|DIR|SDK_ROOT)?(?:_\w+)?$/;
/** Shown whole in any case, or never as a tool's. */
const SYSTEM = [
	"/usr",
	"/bin",
	"/sbin",
	"/lib",
	"/lib64",
	"/opt",
	"/nix/store",
	"/proc",
	"/sys",
	"/dev",
	"/run",
	"/etc"
];
/**
* Directories and files that tools outside the system's own directories are made of: the tool cache, the homes that
* variables name, the directories of the `PATH`, and what links in those lead to. Never a home directory, nor anything
* that the workspace, the temporary directory or the home stands in.
*/
async function findTools(runner) {
	const { environment, toolCache } = runner;
	const never = await hiddenOf(runner);
	const isShowable = (path) => isAbsolute(path) && path !== "/" && !SYSTEM.some((directory) => isInside(path, directory)) && !never.some((directory) => isInside(directory, path));
	const whole = [toolCache, ...Object.entries(environment).flatMap(([name, value]) => TOOL_HOME.test(name) ? [value] : [])].filter(isShowable);
	const outside = (environment["PATH"] ?? "").split(":").filter(isShowable).filter((path) => !whole.some((tool) => isInside(path, tool)));
	const linked = (await Promise.all(outside.map(targetsOf))).flat();
	const beside = (await Promise.all(outside.map(partsBeside))).flat();
	const wanted = [.../* @__PURE__ */ new Set([
		...whole,
		...outside,
		...[...linked, ...beside].filter(isShowable)
	])].filter((path) => !isWritten(path, runner));
	return (await Promise.all(wanted.map(async (path) => await stat(path).catch(() => null) ? path : null))).filter((path) => path !== null);
}
/** The workspace and the temporary directory are written by whoever had something to do in the job. */
function isWritten(path, { temp, workspace }) {
	return isInside(path, temp) || isInside(path, workspace);
}
/** Where programs find their parts by where they stand themselves: packages of npm, and those that a user installed for Python. */
async function partsBeside(directory) {
	const above = dirname(directory);
	if (basename(directory) === ".bin" && basename(above) === "node_modules") return [above];
	return await pythonLibraries(directory);
}
/** What the links in a directory of programs lead to, as far as it takes to run them. */
async function targetsOf(directory) {
	const links = (await readdir(directory, { withFileTypes: true }).catch(() => [])).filter((entry) => entry.isSymbolicLink()).map(({ name }) => join(directory, name));
	const found = await Promise.all(links.map(async (link) => {
		const target = await realpath(link).catch(() => null);
		if (target === null) return [];
		const next = await readlink(link).then((to) => isAbsolute(to) ? to : join(directory, to));
		return await Promise.all([packageOf(target), packageOf(next)]);
	}));
	return [...new Set(found.flat())];
}
/** What a directory of tools alone does not have. */
const PRIVATE = /^\.(?:git|env|runner|credentials.*|ssh|aws|azure|kube|docker|gnupg|netrc|npmrc|config|local)$/;
/** What a program is installed as: its `node_modules`, the directory above its `bin`, or the file alone. */
async function packageOf(file) {
	const modules = file.indexOf("/node_modules/");
	if (modules !== -1) return file.slice(0, modules + 13);
	const above = dirname(dirname(file));
	if (basename(dirname(file)) !== "bin" || basename(above).startsWith(".")) return file;
	return (await readdir(above).catch(() => [])).some((name) => PRIVATE.test(name)) ? file : above;
}

// src/sandbox/bubblewrap/system.ts
/** Where systems keep their programs, whole. */
const PROGRAMS = [
	"/usr",
	"/bin",
	"/sbin",
	"/lib",
	"/lib32",
	"/lib64",
	"/libx32",
	"/nix/store",
	"/gnu/store"
];
/** Of `/etc` what programs need. Settings of package managers are not among it, since they may hold credentials. */
const ETC = /^(?:ssl|pki|ca-certificates|ca-certificates\.conf|crypto-policies|resolv\.conf|host\.conf|nsswitch\.conf|protocols|services|ld\.so\..*|localtime|timezone|alternatives|mime\.types|magic|fonts|ImageMagick-\d|os-release|lsb-release|debian_version|alpine-release|redhat-release|locale\.(?:alias|conf|gen)|terminfo|java.*|jvm|maven|python3.*|perl|ruby|php|dotnet|R|texmf|login\.defs|shells|inputrc)$/;
/** Of `/var` what programs need, of `/sys` what tells a program how many processors there are and what it may use. */
const PARTS = [
	"/var/lib/gems",
	"/var/lib/ca-certificates",
	"/sys/devices/system/cpu",
	"/sys/fs/cgroup"
];
/** Empty at first, and gone with the program. */
const EMPTY = "--tmpfs /tmp --tmpfs /var/tmp --tmpfs /run --symlink ../run /var/run".split(" ");
/** Of its own: it shows no process and no device of the runner's. */
const OWN$1 = "--proc /proc --dev /dev".split(" ");
/** Options that show the system's programs, read-only, and nothing of the runner's own. */
async function systemOptions(runner) {
	const opened = [
		...PROGRAMS,
		...await optional("/opt"),
		...await findTools(runner)
	];
	const shown = (await Promise.all(opened.map(showing))).flat();
	const above = directoriesAbove([
		...opened,
		...PARTS,
		"/etc/passwd"
	]);
	const parts = PARTS.flatMap((path) => [
		"--ro-bind-try",
		path,
		path
	]);
	return [
		...EMPTY,
		...above,
		...shown,
		...await etcOptions(),
		...parts,
		...await coverings(runner, opened),
		...OWN$1
	];
}
/** What is in a directory for software of any kind, without a runner that was installed there, credentials and all. */
async function optional(directory) {
	const runners = await runnersIn(directory);
	return (await readdir(directory).catch(() => [])).map((name) => join(directory, name)).filter((path) => !runners.includes(path));
}
async function showing(path) {
	const found = await lstat(path).catch(() => null);
	if (found === null) return [];
	return found.isSymbolicLink() ? [
		"--symlink",
		await readlink(path),
		path
	] : [
		"--ro-bind-try",
		path,
		path
	];
}
async function etcOptions() {
	const options = [];
	for (const name of (await readdir("/etc").catch(() => [])).filter((name) => ETC.test(name))) {
		const path = join("/etc", name);
		const target = (await lstat(path)).isSymbolicLink() ? await realpath(path).catch(() => null) : path;
		if (target === null) continue;
		options.push(...isInside(target, "/usr") ? [
			"--symlink",
			target,
			path
		] : [
			"--ro-bind-try",
			target,
			path
		]);
	}
	return options;
}
/** Empty directories over what must not be seen and would be, because it stands in something that is shown. */
async function coverings(runner, opened) {
	return (await hiddenOf(runner)).filter((path) => opened.some((shown) => isInside(path, shown))).flatMap((path) => ["--tmpfs", path]);
}
/** Options that make the directories above what is shown; those that bubblewrap makes by itself are closed to others. */
function directoriesAbove(paths) {
	const above = (path) => path === "/" ? [] : [...above(dirname(path)), path];
	return [...new Set(paths.flatMap((path) => above(dirname(path))))].flatMap((path) => ["--dir", path]);
}

// src/sandbox/bubblewrap/bubblewrap.ts
/**
* Programs see the system's programs, what the view names, and no other process; they have namespaces and a root
* directory of their own, and no capability. When the program ends, the kernel ends whatever it started.
*/
function createBubblewrap(given, view, mark) {
	const { start: run, sweep, all } = createRunning(mark, (program, own) => start$1(program, {
		given,
		view,
		mark: own
	}), (one) => endChildren$1(given, one));
	return {
		kind: "bubblewrap",
		description: given.description,
		start: run,
		sweep,
		lend: async () => async () => void 0,
		pause: createPause(rootOf(given.way), () => all().flatMap(({ first }) => first() ?? [])),
		openPort: freePort,
		[Symbol.asyncDispose]: () => sweep()
	};
}
function start$1(program, { given, view, mark }) {
	const { way, directory } = given;
	const file = join(directory, `started-${mark}`);
	const names = writeNames(directory, mark, {
		...given.identity,
		home: program.env["HOME"] ?? "/"
	});
	const named = names.files.flatMap(([from, place]) => [
		"--ro-bind",
		from,
		place
	]);
	const args = [
		...optionsOf({
			...given,
			system: [...given.system, ...named]
		}, view, mark),
		"--chdir",
		program.cwd,
		"--",
		...insideOf(given, program)
	];
	const plain = {
		file: given.bwrap,
		args,
		env: {
			...program.env,
			[MARK]: mark
		}
	};
	const command = way.kind === "root" ? asRootWith(way.root, plain, {
		directory,
		third: file
	}) : plain;
	let told = "";
	const first = () => firstOf(way.kind === "root" ? readText(file) : told);
	return {
		process: launch(program, {
			command: {
				...command,
				cwd: "/"
			},
			onThird: (text) => told += text,
			isForeign: way.kind === "root",
			end: () => endAll(way, mark, first()),
			onEnded: async () => names.remove()
		}),
		first
	};
}
const NAMESPACES = `--unshare-pid --unshare-ipc --unshare-uts --unshare-cgroup-try --hostname ${HOST}`.split(" ");
/** The process tells on its third descriptor which one is the first of its namespace. */
const LIFE = "--die-with-parent --new-session --info-fd 3".split(" ");
/** As root it keeps what it takes to become the user outside again. */
const KEPT = "--cap-drop ALL --cap-add CAP_SETUID --cap-add CAP_SETGID --cap-add CAP_SETPCAP".split(" ");
function optionsOf({ way, identity, system, isolated, home }, view, mark) {
	const { uid, gid } = identity;
	const user = [
		"--unshare-user",
		"--uid",
		String(uid),
		"--gid",
		String(gid),
		"--cap-drop",
		"ALL"
	];
	return [
		...way.kind === "root" ? KEPT : user,
		...NAMESPACES,
		...isolated ? ["--unshare-net"] : [],
		...LIFE,
		"--setenv",
		MARK,
		mark,
		...system,
		"--tmpfs",
		home,
		...directoriesAbove([...view.readable, ...view.writable]),
		...view.readable.flatMap((path) => [
			"--ro-bind",
			path,
			path
		]),
		...view.writable.flatMap((path) => [
			"--bind",
			path,
			path
		]),
		"--remount-ro",
		home,
		"--remount-ro",
		"/"
	];
}
/** What bubblewrap keeps as root is given up here, with the way back to it. */
function insideOf({ way, identity: { uid, gid } }, { file, args }) {
	if (way.kind === "user-namespace") return [file, ...args];
	const ids = [
		`--reuid=${uid}`,
		`--regid=${gid}`,
		"--clear-groups"
	];
	const nothing = [
		"--inh-caps=-all",
		"--ambient-caps=-all",
		"--bounding-set=-all",
		"--no-new-privs"
	];
	return [
		way.setpriv,
		...ids,
		...nothing,
		"--",
		file,
		...args
	];
}
/** The first process of the namespace, with whose end the kernel ends all others; null until it was told. */
function firstOf(told) {
	const [, pid] = /"child-pid":\s*(\d+)/.exec(told) ?? [];
	return pid === void 0 ? null : Number(pid);
}
function readText(file) {
	try {
		return readFileSync(file, "utf8");
	} catch {
		return "";
	}
}
async function endAll(way, mark, first) {
	if (first !== null && await isFirst(first, mark)) {
		await kill(way, [first]);
		await untilGone([first]);
	}
	await endMarkedAsRoot(rootOf(way), mark);
}
/** Ids are used again. A process that is ending has no command line any more. */
async function isFirst(pid, mark) {
	const [found, command] = await Promise.all([readProcess(pid), readFile(`/proc/${pid}/cmdline`, "latin1").catch(() => "")]);
	return found?.ids.at(-1) === 1 && found.ids.length > 1 && (command === "" || command.includes(mark));
}
/** Who may signal what is inside. */
function rootOf(way) {
	return way.kind === "root" ? way.root : { kind: "self" };
}
async function kill(way, pids) {
	await killAsRoot(rootOf(way), pids);
}
/**
* A program that was spared goes on. It is the second process of its namespace; where it stands at the end of a bridge, that
* is the second one, and the program what the bridge itself started.
*/
async function endChildren$1({ way, isolated }, { first }) {
	const pid = first();
	if (pid === null) return;
	for (let pass = 0; pass < 5; pass += 1) {
		const inside = descendantsOf(pid, await readProcesses());
		const second = inside.find(({ ids }) => ids.at(-1) === 2)?.pid;
		const isSpared = (one) => one.pid === second || isolated && one.parent === second;
		const others = inside.filter((one) => !one.isOver && !isSpared(one)).map((one) => one.pid);
		if (others.length === 0) return;
		await kill(way, others);
		await untilGone(others);
	}
}

// src/sandbox/bridge/proxy-environment.ts
/** Variables by which programs are told of a proxy, in every spelling that one of them reads. */
const PROXIES = [
	"HTTPS_PROXY",
	"https_proxy",
	"HTTP_PROXY",
	"http_proxy",
	"ALL_PROXY",
	"all_proxy"
];
/** Reached without the proxy. */
const DIRECT = "127.0.0.1,localhost";
/** The environment by which package managers go through the proxy on that loopback port. */
function proxyEnvironment(port) {
	const address = `http://127.0.0.1:${port}`;
	const java = `-Dhttps.proxyHost=127.0.0.1 -Dhttps.proxyPort=${port} -Daether.connector.http.useSystemProperties=true`;
	return {
		...Object.fromEntries(PROXIES.map((name) => [name, address])),
		NO_PROXY: DIRECT,
		no_proxy: DIRECT,
		MAVEN_OPTS: java,
		GRADLE_OPTS: java
	};
}

// src/sandbox/bridge/open-bridge.ts
/** Connections by one socket at the same time, and those that wait for being called. */
const MOST_AT_ONCE = 256;
const MOST_WAITING = 64;
/** Milliseconds in which the inside has to answer. */
const ANSWER_LIMIT = 1e4;
/**
* Opens it. Everything is listened for out here: who is inside and speaks to the sockets directly reaches no more than by
* the ports, and can place nothing into the directory that somebody out here would open.
*/
async function openBridge(options) {
	const { directory, program, ports, proxy, listens } = options;
	await using opened = new AsyncDisposableStack();
	await mkdir(directory, { mode: 448 });
	opened.defer(() => rm(directory, {
		recursive: true,
		force: true
	}));
	const handle = await open(directory);
	opened.defer(() => handle.close());
	const socket = (name) => `/proc/self/fd/${handle.fd}/${name}`;
	for (const port of ports) opened.use(await listening({ path: socket(outward(port)) }, (client) => lead(client, port)));
	if (listens !== null) {
		const callable = createCallable();
		opened.use(await listening({ path: socket(inward(listens)) }, callable.wait));
		opened.use(await listening({
			host: "127.0.0.1",
			port: listens
		}, callable.call));
	}
	const bridge = opened.move();
	const [node, script] = program;
	return {
		command: (file, args) => ({
			file: node,
			args: [
				script,
				directory,
				ports.join(","),
				String(listens ?? ""),
				file,
				...args
			]
		}),
		socketsDirectory: directory,
		readable: [node, dirname(script)],
		env: proxy === null ? {} : proxyEnvironment(proxy),
		[Symbol.asyncDispose]: () => bridge[Symbol.asyncDispose]()
	};
}
function lead(client, port) {
	join$1(client, connect({
		host: "127.0.0.1",
		port,
		allowHalfOpen: true
	}));
}
/** Connections from inside that wait for somebody outside to want one. */
function createCallable() {
	const waiting = /* @__PURE__ */ new Set();
	const callers = [];
	return {
		wait: (socket) => {
			const caller = callers.shift();
			if (caller !== void 0) return caller(socket);
			if (waiting.size >= MOST_WAITING) return void socket.destroy();
			waiting.add(socket);
			socket.on("error", () => void 0).once("close", () => waiting.delete(socket));
		},
		call: (client) => {
			const answer = (socket) => {
				clearTimeout(limit);
				waiting.delete(socket);
				socket.write(CALL);
				join$1(client, socket);
			};
			const leave = () => {
				clearTimeout(limit);
				const place = callers.indexOf(answer);
				if (place !== -1) callers.splice(place, 1);
			};
			const limit = setTimeout(() => client.destroy(), ANSWER_LIMIT);
			client.on("error", () => void 0).once("close", leave);
			const [socket] = waiting;
			if (socket === void 0) callers.push(answer);
			else answer(socket);
		}
	};
}
/** A server that ends with everything that is connected to it. */
async function listening(address, onConnection) {
	const sockets = /* @__PURE__ */ new Set();
	const server = createServer({ allowHalfOpen: true }, (socket) => {
		sockets.add(socket);
		socket.once("close", () => sockets.delete(socket));
		onConnection(socket);
	});
	server.maxConnections = MOST_AT_ONCE;
	await new Promise((resolve, reject) => {
		server.once("error", reject);
		server.listen(address, resolve);
	});
	server.on("error", () => void 0);
	return { [Symbol.asyncDispose]: async () => {
		const closed = new Promise((resolve) => server.close(() => resolve()));
		for (const socket of sockets) socket.destroy();
		await closed;
	} };
}

// src/sandbox/bubblewrap/isolated.ts
/** A sandbox with a network of its own, and a bridge to the doors of the view. */
async function isolate(make, given) {
	const { view, program, doors } = given;
	await using opening = new AsyncDisposableStack();
	const bridges = join(given.directory, `bridges-${randomBytes(4).toString("hex")}`);
	await mkdir(bridges, { mode: 448 });
	let opened = 0;
	const open = async (listens) => {
		opened += 1;
		return await openBridge({
			...doorsOf(view, doors),
			program,
			directory: join(bridges, String(opened)),
			listens
		});
	};
	let bridge = opening.use(await open(null));
	const sandbox = opening.use(make({
		...view,
		readable: [
			...view.readable,
			bridges,
			...bridge.readable
		]
	}));
	const kept = opening.move();
	return {
		...sandbox,
		start: (confined) => sandbox.start({
			...confined,
			...bridge.command(confined.file, confined.args),
			env: {
				...confined.env,
				...bridge.env
			}
		}),
		async openPort() {
			const port = await freePort();
			bridge = kept.use(await open(port));
			return port;
		},
		[Symbol.asyncDispose]: () => kept[Symbol.asyncDispose]()
	};
}
function doorsOf({ reaches }, doors) {
	const models = doors !== null && reaches.includes("models") ? [doors.models] : [];
	const proxy = reaches.includes("domains") ? doors?.proxy ?? null : null;
	return {
		ports: [...models, ...proxy === null ? [] : [proxy]],
		proxy
	};
}

// src/sandbox/choose.ts
/**
* The strongest way that works, told by trying it. Throws `bad-input` where none does, or the one that was named does not:
* going on without confinement is somebody's decision, and never made here.
* What leaves the runner's own files open is taken only where it is named.
*/
async function chooseSandbox(wanted, programs, attempt) {
	if (wanted === "none") return { kind: "none" };
	const wrong = [];
	for (const [name, choice] of candidates(programs)) {
		if (wanted !== "auto" && wanted !== choice.kind) continue;
		const problem = wanted === "auto" && isOpen(choice) ? UNASKED : await attempt(choice);
		if (problem === null) return choice;
		wrong.push(`${name}: ${problem.slice(0, 200)}`);
	}
	const missing = missingOf(wanted, programs);
	const why = [...wrong, ...missing].join("; ");
	throw wanted === "auto" ? new Failure("bad-input", `Nothing on this runner confines the agent (${why}).`, { hint: REMEDY }) : new Failure("bad-input", `\`sandbox: ${wanted}\` does not work on this runner (${why}).`, { hint: REMEDY });
}
/** What stands in the checkout and at home is readable for it as far as it is for everybody, a token among it. */
function isOpen(choice) {
	return choice.kind === "user" && choice.walls === null;
}
const UNASKED = "it could read the checkout and the runner’s home as everybody can, so `sandbox: user` has to ask for it";
/** From the strongest to the weakest. */
function candidates({ bwrap, sudo, setpriv, unshare, uid }) {
	const root = uid === 0 ? { kind: "self" } : sudo === null ? null : {
		kind: "sudo",
		sudo
	};
	const found = [];
	if (bwrap !== null) found.push(["bubblewrap", {
		kind: "bubblewrap",
		bwrap,
		way: { kind: "user-namespace" }
	}]);
	if (bwrap !== null && setpriv !== null && root?.kind === "sudo") found.push(["bubblewrap through sudo", {
		kind: "bubblewrap",
		bwrap,
		way: {
			kind: "root",
			root,
			setpriv
		}
	}]);
	if (setpriv === null || root === null) return found;
	if (unshare !== null) {
		found.push(["another user", {
			kind: "user",
			root,
			setpriv,
			walls: {
				unshare,
				processes: "hidden"
			}
		}]);
		found.push(["another user who sees the list of processes", {
			kind: "user",
			root,
			setpriv,
			walls: {
				unshare,
				processes: "seen"
			}
		}]);
	}
	found.push(["another user without mounts of its own", {
		kind: "user",
		root,
		setpriv,
		walls: null
	}]);
	return found;
}
function missingOf(wanted, { bwrap, sudo, setpriv, uid }) {
	return [
		...wanted === "user" ? [] : [["bubblewrap", bwrap]],
		...uid === 0 ? [] : [["sudo", sudo]],
		["setpriv", setpriv]
	].flatMap(([name, path]) => path === null ? [`${name} is not installed`] : []);
}
const REMEDY = "Install bubblewrap in an earlier step (`sudo apt-get update && sudo apt-get install --yes bubblewrap`), or choose `sandbox: none` knowingly: the agent can then read and do whatever the runner’s user can.";

// src/sandbox/describe.ts
/** One sentence for the report: what holds, and what the way of confining cannot give. */
function describe(choice, network) {
	if (choice.kind === "none") return NOT_CONFINED;
	const reached = network === "gateway" ? "reached the model and the allowed domains alone" : "reached the network as the runner does";
	if (choice.kind === "bubblewrap") return `Confined with ${choice.way.kind === "root" ? "bubblewrap, started through sudo" : "bubblewrap"}: the agent, setup and checks saw their own directories, the system’s programs and no other process, and ${reached}.`;
	const { walls } = choice;
	return `Confined as users of their own: the agent, setup and checks wrote ${walls === null ? "in their own directories and wherever everybody may write on this runner" : "in their own directories alone"}, ${walls?.processes === "hidden" ? "saw no other process" : "could neither read nor end the processes of others"}, and ${reached}; ${walls?.processes === "hidden" ? "" : "the list of processes and "}what everybody may read ${walls === null ? "on the runner" : "outside the runner’s home and workspace"} was open to them.`;
}

// src/sandbox/probe.ts
/** What is tried, in words for people when the answer is not the expected one, unless that is left open. */
const EXPECTED = [
	["yes", "cannot write where it may"],
	["yes", "cannot read what it may"],
	["no", "can write where it may only read"],
	["no", "can read a file that is nobody else’s"],
	["no", "can read the environment of a process of the runner’s"],
	["no", "has privileges, or a way to get some"],
	[
		"no",
		"can write what everybody may write on the runner",
		"outside"
	],
	[
		"no",
		"shares message queues and memory with the runner",
		"outside"
	],
	[
		"no",
		"sees the processes of the runner",
		"processes"
	]
];
/** Where everybody may write. */
const EVERYBODYS = [
	"/tmp",
	"/var/tmp",
	"/dev/shm",
	"/run/lock"
];
/** Answers a line each. What nobody may do is tried, not asked for; arguments are what it may read, may not, and a process. */
const SCRIPT = `
say() { if "$@" >/dev/null 2>&1; then echo yes; else echo no; fi; }
say sh -c 'echo written > "$HOME/written" && echo written > written'
say grep -q readable "$1/readable"
say sh -c 'echo changed > "$0/changed"' "$1"
say cat "$2/secret"
say grep -q "$4" "/proc/$3/environ"
say sh -c '! grep -q "^NoNewPrivs:.*1" /proc/self/status || ! grep -q "^CapEff:[[:space:]]*0*$" /proc/self/status'
say sh -c 'echo changed > "$0/open/changed"' "$1"
say test "$(readlink /proc/self/ns/ipc)" = "$5"
say grep -q sleep "/proc/$3/cmdline"
kill "$3" 2>/dev/null
for place in ${EVERYBODYS.join(" ")}; do echo left > "$place/probe-$4"; done 2>/dev/null
sh -c "sleep 60; : $4" >/dev/null 2>&1 &
`;
/** Milliseconds. */
const LIMIT = 2e4;
/**
* Tries a sandbox: really starts a program in it that writes where it may, and tries what it may not. Null when all is
* well, else what is wrong in a few words.
*/
async function probe(make, { directory, env, open }) {
	const token = randomBytes(8).toString("hex");
	const at = join(directory, `probe-${token}`);
	const place = (name) => join(at, name);
	const [home, work, readable, hidden] = [
		place("home"),
		place("work"),
		place("readable"),
		place("hidden")
	];
	const other = execa("/bin/sh", ["-c", "exec sleep 60"], {
		env: { TOKEN: token },
		reject: false,
		stdio: "ignore"
	});
	try {
		await Promise.all([
			home,
			work,
			readable,
			hidden
		].map((path) => mkdir(path, { recursive: true })));
		await writeFile(join(readable, "readable"), "readable\n");
		await mkdir(join(readable, "open"));
		await chmod(join(readable, "open"), 511);
		await writeFile(join(hidden, "secret"), "secret\n", { mode: 384 });
		const sandbox = await make({
			writable: [home, work],
			readable: [readable],
			reaches: []
		});
		const { output, exitCode } = await sandbox.start({
			file: "/bin/sh",
			args: [
				"-c",
				SCRIPT,
				"sh",
				readable,
				hidden,
				String(other.pid),
				token,
				await readlink("/proc/self/ns/ipc").catch(() => "")
			],
			cwd: work,
			env: {
				...env,
				HOME: home,
				TMPDIR: home
			},
			timeout: LIMIT
		}).ended;
		await sandbox[Symbol.asyncDispose]();
		const written = await removeLeft(token);
		const wrong = judge({
			output,
			exitCode
		}, open);
		if (wrong !== null) return wrong;
		if (!open.includes("outside") && written.length > 0) return `a program in it can write in ${written.join(", ")}`;
		if (other.nodeChildProcess.signalCode !== null) return "a program in it can end a process of the runner’s";
		return (await findMarked(`: ${token}`)).length > 0 ? "what a program in it started outlives it" : null;
	} finally {
		other.kill("SIGKILL");
		await rm(at, {
			recursive: true,
			force: true
		}).catch(() => void 0);
	}
}
/** Those of everybody's places where the program left something, which nobody finds there afterwards. */
async function removeLeft(token) {
	return (await Promise.all(EVERYBODYS.map((place) => rm(join(place, `probe-${token}`)).then(() => [place], () => [])))).flat();
}
function judge({ output, exitCode }, open) {
	const answers = output.trim().split("\n");
	const said = answers.filter((line) => line !== "yes" && line !== "no").join(" ");
	if (said !== "" || answers.length !== EXPECTED.length) return said.trim() || `it ended with ${exitCode}`;
	const wrong = EXPECTED.flatMap(([answer, otherwise, unless], at) => answers[at] === answer || unless !== void 0 && open.includes(unless) ? [] : [otherwise]);
	return wrong.length === 0 ? null : `a program in it ${wrong.join(", ")}`;
}

// src/sandbox/user/end.ts
/** What stands around the program, so that nothing becomes that user any more; then whatever is that user. */
async function endProgram({ root, setpriv }, { uid, mark }) {
	await endMarkedAsRoot(root, mark);
	await endUser({
		root,
		setpriv
	}, uid);
}
/** As that user, every process that it may signal: its own, wherever they hide. */
async function endUser({ root, setpriv }, uid) {
	const script = "exec \"$2\" --reuid=\"$1\" --regid=\"$1\" --clear-groups -- /bin/sh -c \"kill -KILL -1\"";
	for (let pass = 0; pass < 5; pass += 1) {
		const left = (await readProcesses()).filter((one) => one.uid === uid && !one.isOver);
		if (left.length === 0) return;
		await runAsRoot(root, script, [String(uid), setpriv]);
		await untilGone(left.map(({ pid }) => pid));
	}
}
/**
* A program that was spared goes on: of the processes of its user the first that none of that user's started, as the shell
* above it gets those whose parents have ended.
*/
async function endChildren(root, { pid, uid }) {
	for (let pass = 0; pass < 5; pass += 1) {
		const processes = await readProcesses();
		const uidOf = new Map(processes.map((one) => [one.pid, one.uid]));
		const [spared] = descendantsOf(pid, processes).filter((one) => one.uid === uid && uidOf.get(one.parent) !== uid).toSorted((left, right) => innerId(left) - innerId(right));
		const others = processes.filter((one) => one.uid === uid && !one.isOver && one !== spared).map((one) => one.pid);
		if (others.length === 0) return;
		await killAsRoot(root, others);
		await untilGone(others);
	}
}
const innerId = ({ ids, pid }) => ids.at(-1) ?? pid;

// src/sandbox/user/passage.ts
/** Directories that systems keep for what is mounted for a while. */
const STAGES = [
	"/mnt",
	"/media",
	"/srv"
];
/** Where everybody may put something, or finds the sockets of services: a program has its own, empty at first. */
const OWN = [
	"/tmp",
	"/var/tmp",
	"/dev/shm",
	"/run",
	"/var/run"
];
/** Of those what programs need, as the names of hosts are resolved by it. */
const NEEDED = ["/etc/resolv.conf", "/run/current-system"];
/** The shell is the first process of the namespace: with its end all others end. */
const OWN_PROCESSES = [
	"--pid",
	"--fork",
	"--kill-child",
	"--mount-proc"
];
/**
* What stands before the shell that starts a program, and the lines that this one runs first. Without mounts of its own a
* program can write whatever everybody may.
*/
function inWalls(walls, shown) {
	if (walls === null) return {
		command: [],
		passage: ""
	};
	return {
		command: [
			...[
				walls.unshare,
				"--mount",
				"--ipc",
				...walls.processes === "hidden" ? OWN_PROCESSES : []
			],
			"--propagation",
			"private",
			"--"
		],
		passage: passageTo(shown)
	};
}
/**
* Lines of shell that leave a program of another user what it may write and nothing else to write, run by root in a mount
* namespace of the program's own. They give it a way to paths that stand in a directory which is closed to others, as home
* directories are: the closed directory has nothing in it but those paths. What cannot be done ends the shell.
*/
function passageTo({ writable, readable, hidden, instead }) {
	const own = [...OWN, ...hidden].filter((path) => lstatSync(path, { throwIfNoEntry: false })?.isDirectory());
	const paths = [.../* @__PURE__ */ new Set([
		...writable,
		...readable,
		...neededIn(own)
	])].toSorted((a, b) => a.length - b.length);
	const covers = new Map(paths.map((path) => [path, coverOf(path, own)]));
	const covered = outermost([...own, ...[...covers.values()].filter((path) => path !== null)]);
	const moved = paths.filter((path) => covers.get(path) !== null);
	const stage = STAGES.find((path) => existsSync(path) && !paths.some((one) => isInside(one, path))) ?? "/mnt";
	const at = (index) => quoted(join(stage, String(index)));
	return [
		"set -e; mask=$(umask); umask 022",
		`mount -t tmpfs -o mode=0755 tmpfs ${quoted(stage)}`,
		...moved.map((path, index) => `${create(path, at(index))}; mount --bind ${quoted(path)} ${at(index)}`),
		...instead.map(([file], index) => `: > ${at(moved.length + index)}; mount --bind ${quoted(file)} ${at(moved.length + index)}`),
		...covered.map((path) => `mount -t tmpfs -o mode=${modeOf(path)},nosuid,nodev tmpfs ${quoted(path)}`),
		...moved.map((path, index) => `mkdir -p ${quoted(dirname(path))}; ${create(path, quoted(path), at(index))}; mount --bind ${at(index)} ${quoted(path)}`),
		...instead.map(([, place], index) => `mount --bind ${at(moved.length + index)} ${quoted(place)}`),
		`umount -l ${quoted(stage)}`,
		"mkdir -p -m 1777 /run/lock",
		...writable.filter((path) => !moved.includes(path)).map((path) => `mount --bind ${quoted(path)} ${quoted(path)}`),
		...moved.filter((path) => !writable.includes(path)).map((path) => `mount -o remount,bind,ro ${quoted(path)}`),
		readOnly([...writable, ...covered.flatMap((path) => [path, `${path}/`])]),
		"umask \"$mask\""
	].join("\n");
}
/** What it reads from the table of mounts has spaces and the like as octal numbers. */
function readOnly(except) {
	const spared = except.map((path) => path.endsWith("/") ? `${quoted(path)}*` : quoted(path));
	return [
		"root=",
		"while read -r _ _ _ _ point options _; do",
		String.raw`  case $point in *\\*) point=$(printf '%b' "$(printf '%s' "$point" | sed 's/\\/\\0/g')");; esac`,
		`  case $point in ${[
			"/proc",
			"/proc/*",
			"/dev/pts",
			...spared
		].join("|")}) continue;; esac`,
		"  if [ \"$point\" = / ]; then root=found; fi",
		"  case $options in ro|ro,*) continue;; esac",
		"  if [ -e \"$point\" ]; then mount -o \"remount,bind${options#rw},ro\" \"$point\"; fi",
		"done < /proc/self/mountinfo",
		"[ \"$root\" = found ]"
	].join("\n");
}
/** The files that are needed and stand in one of those directories, by the names that they have there. */
function neededIn(own) {
	return NEEDED.filter((path) => existsSync(path)).map((path) => own.some((directory) => isInside(path, directory)) ? path : realpathSync(path)).filter((path) => own.some((directory) => isInside(path, directory)));
}
function outermost(paths) {
	const all = [...new Set(paths)];
	return all.filter((path) => !all.some((other) => other !== path && isInside(path, other)));
}
/** `/run` and what was closed have nobody's files but those that are shown. */
function modeOf(path) {
	return OWN.includes(path) && !path.endsWith("/run") ? "1777" : "0755";
}
/** The uppermost directory above a path through which others may not go, or which the program has of its own. */
function coverOf(path, own) {
	const above = [];
	for (let at = dirname(path); at !== "/"; at = dirname(at)) above.unshift(at);
	const isClosed = (at) => ((statSync(at, { throwIfNoEntry: false })?.mode ?? 511) & 1) === 0;
	return above.find((at) => own.includes(at) || isClosed(at)) ?? null;
}
/** Something is mounted over a directory or over a file, as it is one itself. */
function create(path, target, source = quoted(path)) {
	return `if [ -d ${source} ]; then mkdir -p ${target}; elif ! [ -e ${target} ]; then : > ${target}; fi`;
}

// src/sandbox/user/user.ts
/**
* Programs are a user of their own each, of no group and without a way to become another: they write what is lent to them
* and read what everybody may, in mounts and with a list of processes of their own where those can be had. Nothing hides the
* network from them.
*/
function createOtherUser(given, view, mark) {
	const { start: run, sweep, all } = createRunning(mark, (program, own) => start(program, {
		given,
		view,
		mark: own
	}), ({ uid, process: { pid = 0 } }) => endChildren(given.root, {
		pid,
		uid
	}));
	return {
		kind: "user",
		description: given.description,
		start: run,
		sweep,
		async lend(directory) {
			const borrower = all().findLast(({ lasts }) => lasts);
			if (borrower === void 0 || !view.writable.some((path) => isInside(directory, path))) return async () => void 0;
			given.ways.open({
				own: "",
				seen: [directory]
			});
			await own(given.root, borrower.uid, [directory]);
			return () => own(given.root, ourselves(), [directory]);
		},
		pause: async () => new AsyncDisposableStack(),
		openPort: freePort,
		[Symbol.asyncDispose]: () => sweep()
	};
}
function ourselves() {
	return process.getuid?.() ?? 0;
}
/**
* Lends the directories, opens a way to them, becomes the user, goes where it works, and starts the program. It stays above
* the program: the first process of a namespace takes no signal that it has no use for, and collects those that have ended.
*/
const START = [
	`path=$PATH PATH=/usr/sbin:/usr/bin:/sbin:/bin`,
	"uid=$1 setpriv=$2 cwd=$3 passage=$4 count=$5; shift 5",
	"while [ \"$count\" -gt 0 ]; do chown -hR \"$uid:$uid\" \"$1\" || exit 126; shift; count=$((count - 1)); done",
	"cd / || exit 126; eval \"$passage\"; PATH=$path",
	"\"$setpriv\" --reuid=\"$uid\" --regid=\"$uid\" --clear-groups --no-new-privs --inh-caps=-all --ambient-caps=-all --bounding-set=-all -- /bin/sh -c 'cd \"$0\" && unset OLDPWD && exec \"$@\"' \"$cwd\" \"$@\"; exit $?"
].join("\n");
function start(program, { given, view, mark }) {
	const { root, users, setpriv, directory } = given;
	const uid = users.take();
	const lent = lentTo(program, view);
	const home = lent.find((path) => path === program.env["HOME"]) ?? "";
	given.ways.open({
		own: home,
		seen: [
			...lent,
			...view.readable,
			program.cwd
		].filter((path) => path !== home)
	});
	const names = writeNames(directory, mark, {
		uid,
		gid: uid,
		home: program.env["HOME"] ?? "/"
	});
	const readable = [...view.readable, ...given.tools];
	const shown = {
		writable: view.writable,
		readable,
		hidden: given.hidden,
		instead: names.files
	};
	const walls = inWalls(given.walls, shown);
	const args = [
		uid,
		setpriv,
		program.cwd,
		walls.passage,
		lent.length,
		...lent,
		program.file,
		...program.args
	];
	const [file = "", ...rest] = [
		...walls.command,
		"/bin/sh",
		"-c",
		START,
		mark,
		...args.map(String)
	];
	const command = asRootWith(root, {
		file,
		args: rest,
		env: {
			...program.env,
			...TRUSTING,
			[MARK]: mark
		}
	}, {
		directory,
		third: ""
	});
	return {
		process: launch(program, {
			command: {
				...command,
				cwd: "/"
			},
			isForeign: true,
			end: () => endProgram(given, {
				uid,
				mark
			}),
			onEnded: async () => {
				names.remove();
				await own(root, ourselves(), lent);
				users.giveBack(uid);
			}
		}),
		uid,
		lasts: program.timeout === 0
	};
}
/** The clone is another user's before it is lent; git would not look at it. */
const TRUSTING = {
	GIT_CONFIG_COUNT: "1",
	GIT_CONFIG_KEY_0: "safe.directory",
	GIT_CONFIG_VALUE_0: "*"
};
/** A program's home, and where it works: as far as it may write there at all. */
function lentTo({ cwd, env }, { writable }) {
	const wanted = [env["HOME"], cwd].filter((path) => path !== void 0);
	return [...new Set(wanted)].filter((path) => writable.some((directory) => isInside(path, directory)));
}
async function own(root, uid, directories) {
	if (directories.length === 0) return;
	await runAsRoot(root, "uid=$1; shift; chown -hR \"$uid:$uid\" \"$@\"", [String(uid), ...directories]);
}

// src/sandbox/user/ways.ts
/**
* Lets other users go through the directories of the run to what they are to see, and closes to them whatever else stands
* beside the way. Directories above the run's are the runner's to open.
*/
function createWays(home) {
	const opened = /* @__PURE__ */ new Set();
	return { open({ own, seen }) {
		const ends = [own, ...seen].filter((path) => path !== home && isInside(path, home));
		const ways = new Set(ends.flatMap((path) => above(path, home)));
		for (const path of [...ways, ...ends]) opened.add(path);
		for (const directory of ways) {
			change(directory, 457);
			const beside = readdirSync(directory).map((name) => join(directory, name));
			for (const path of beside.filter((path) => !opened.has(path))) close(path);
		}
		for (const path of ends) change(path, path === own ? 448 : 493);
	} };
}
/** The directories that stand above a path, up to the run's own. */
function above(path, home) {
	const directory = dirname(path);
	return directory === home ? [directory] : [directory, ...above(directory, home)];
}
function close(path) {
	const found = lstatSync(path, { throwIfNoEntry: false });
	if (found === void 0 || found.isSymbolicLink()) return;
	change(path, found.mode & 448);
}
function change(path, mode) {
	try {
		chmodSync(path, mode);
	} catch {}
}

// src/sandbox/sandboxes.ts
function createSandboxes(options) {
	let chosen = null;
	let doors = null;
	let made = 0;
	return {
		open: (opened) => void (doors = opened),
		confine: async (wish) => (await (chosen ??= choose(wish, {
			...options,
			doors: () => doors
		}))).confinement,
		async create(view) {
			if (chosen === null) throw new Failure("unknown", "A sandbox was asked for before it was known which one works.", { hint: "This is a defect of Patchwright; please report it." });
			const { make, libraries } = await chosen;
			made += 1;
			const sandbox = await make(view, `${options.mark}.${made}`);
			const start = (program) => sandbox.start(withPythonLibraries(libraries, program));
			return stoppable({
				...sandbox,
				start
			}, options.cancelled);
		}
	};
}
async function choose(wish, options) {
	const directory = sandboxDirectory(options.home);
	await mkdir(directory, {
		recursive: true,
		mode: 448
	});
	const programs = await findPrograms$1(options.runner);
	const attempt = (choice, isolated) => makerOf(choice, {
		options,
		directory,
		isolated,
		description: ""
	}).then((make) => probe((view) => make(view, `${options.mark}.probe`), {
		directory: options.home,
		env: options.runner.environment,
		open: openTo(choice)
	})).catch((error) => error instanceof Error ? error.message : String(error));
	const choice = await chooseSandbox(wish.sandbox, programs, (one) => attempt(one, false));
	const canConfine = (wish.network === "gateway" || wish.network === "auto" && wish.isPrivate) && choice.kind === "bubblewrap" && await attempt(choice, true) === null;
	const network = chooseNetwork({
		wanted: wish.network,
		isPrivate: wish.isPrivate,
		canConfine
	});
	const description = describe(choice, network);
	const make = await makerOf(choice, {
		options,
		directory,
		isolated: network === "gateway",
		description
	});
	const libraries = await pythonLibrariesOf(options.runner.environment["PATH"] ?? "");
	return {
		confinement: {
			kind: choice.kind,
			network,
			description
		},
		make,
		libraries
	};
}
/** What the way of confining cannot close by its nature, and is not tried. */
function openTo(choice) {
	if (choice.kind !== "user") return [];
	if (choice.walls === null) return ["processes", "outside"];
	return choice.walls.processes === "seen" ? ["processes"] : [];
}
async function findPrograms$1({ environment, workspace }) {
	const find = (name) => resolveProgram(name, environment["PATH"] ?? "", [workspace]).catch(() => null);
	const [bwrap, sudo, setpriv, unshare] = await Promise.all([
		"bwrap",
		"sudo",
		"setpriv",
		"unshare"
	].map(find));
	return {
		bwrap: bwrap ?? null,
		sudo: sudo ?? null,
		setpriv: setpriv ?? null,
		unshare: unshare ?? null,
		uid: process.getuid?.() ?? -1
	};
}
async function makerOf(choice, { options, directory, isolated, description }) {
	if (choice.kind === "none") return async (_, mark) => createNoSandbox(mark);
	if (choice.kind === "user") {
		const shared = {
			users: createUserNumbers(directory),
			ways: createWays(options.home)
		};
		const { runner } = options;
		const [tools, ...hidden] = await Promise.all([
			findTools(runner),
			hiddenOf(runner),
			runnersIn("/opt")
		]);
		const given = {
			...choice,
			...shared,
			tools,
			hidden: hidden.flat(),
			directory,
			description
		};
		return async (view, mark) => createOtherUser(given, view, mark);
	}
	const identity = identityInside();
	const system = [...await systemOptions(options.runner), ...await hostOptions(directory)];
	const given = {
		...choice,
		home: options.home,
		system,
		identity,
		isolated,
		directory,
		description
	};
	if (!isolated) return async (view, mark) => createBubblewrap(given, view, mark);
	return (view, mark) => isolate((seen) => createBubblewrap(given, seen, mark), {
		view,
		program: options.bridge,
		directory,
		doors: options.doors()
	});
}

// src/edge/dependencies.ts
/** Everything of the world that a run needs, made of the environment and the inputs. */
async function dependencies(inputs, identity, { run, mark, mode }) {
	const secrets = createSecrets(setSecret);
	const token = inputs["github-token"];
	const { redact } = secrets;
	secrets.add([token]);
	const log = (line) => info(redact(line));
	const confinedEnvironment$1 = (of) => confinedEnvironment(process.env, of);
	const cancelled = stopSignal();
	const forge = createGitHubForge({
		token,
		apiUrl: identity.apiUrl,
		repository: identity.repository,
		log
	});
	const sandboxes = createSandboxes({
		home: run.root,
		runner: {
			environment: confinedEnvironment$1(run.root),
			home: process.env["HOME"] ?? "",
			...identity
		},
		bridge: [process.execPath, join(import.meta.dirname, "bridge.js")],
		mark,
		cancelled
	});
	return {
		...meetingOf(mode, {
			inputs,
			run,
			forge
		}),
		inputs,
		allowed: {
			allowedUsers: list(inputs["allowed-users"]),
			allowedBots: list(inputs["allowed-bots"])
		},
		run,
		programs: await findPrograms(identity),
		githubToken: token,
		...createGatewayStarter({
			given: {
				environment: process.env,
				apiKey: inputs["api-key"]
			},
			program: [process.execPath, join(import.meta.dirname, "gateway.js")],
			record: run.record,
			mark,
			addSecrets: secrets.add,
			log
		}),
		...createStarter({
			cache: join(identity.toolCache, "patchwright"),
			tools: toolEnvironment(process.env),
			workspace: identity.workspace,
			confinedEnvironment: confinedEnvironment$1,
			debug: (line) => debug(redact(line))
		}),
		sandboxes,
		cancelled,
		confinedEnvironment: confinedEnvironment$1,
		networkEnvironment: networkEnvironment(process.env),
		now: Date.now,
		log,
		redact,
		ownSecrets: secrets.known
	};
}
async function findPrograms({ workspace }) {
	const find = (name) => resolveProgram(name, process.env["PATH"] ?? "", [workspace]);
	return {
		git: await find("git"),
		cp: await find("cp")
	};
}
/** A runner that cancels a job sends these and waits a few seconds: time to end the work and to save it. */
function stopSignal() {
	const stop = new AbortController();
	for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => stop.abort());
	return stop.signal;
}

export { dependencies };