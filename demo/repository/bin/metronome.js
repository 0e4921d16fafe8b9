#!/usr/bin/env node
import { formatDuration, parseDuration } from '../src/index.js';

const input = process.argv.slice(2).join(' ');
try {
  const isNumber = input !== '' && Number.isFinite(Number(input));
  console.log(isNumber ? formatDuration(Number(input)) : parseDuration(input));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
