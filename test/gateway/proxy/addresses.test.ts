import { describe, expect, it } from 'vitest';
import { isPermitted } from '../../../src/gateway/proxy/addresses.ts';

describe('a name may stand for', () => {
  it.each([
    '104.16.0.1',
    '8.8.8.8',
    '172.15.255.255',
    '172.32.0.0',
    '2606:4700::1',
    '64:ff9b::808:808',
    '::ffff:8.8.8.8',
  ])('%s', (address) => expect(isPermitted(address, false)).toBe(true));
});

describe('a name may stand only where somebody vouched for it for', () => {
  it.each([
    '10.0.0.1',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '100.64.0.1',
    '198.18.0.1',
    '203.0.113.80',
    '2001:db8::1',
    'fc00::1',
    'fd12:3456::1',
    '::ffff:10.0.0.1',
    '::ffff:c0a8:101',
    '64:ff9b::10.0.0.1',
  ])('%s', (address) => {
    expect(isPermitted(address, false)).toBe(false);
    expect(isPermitted(address, true)).toBe(true);
  });
});

describe('no name may stand for', () => {
  it.each([
    '127.0.0.1',
    '127.255.255.254',
    '0.0.0.0',
    '169.254.169.254',
    '169.254.170.2',
    '224.0.0.1',
    '239.255.255.250',
    '255.255.255.255',
    '168.63.129.16',
    '100.100.100.200',
    '192.0.0.192',
    '::',
    '::1',
    '::127.0.0.1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::ffff:169.254.169.254',
    '::ffff:a9fe:a9fe',
    '64:ff9b::127.0.0.1',
    '64:ff9b::a9fe:a9fe',
    '64:ff9b:1::1',
    'fe80::1',
    'fe80::1%eth0',
    'febf::1',
    'fec0::1',
    'ff02::1',
    'fd00:ec2::254',
    'fd20:ce::254',
    '2002:7f00:1::',
    '2001::1',
    'localhost',
    '',
    '127.1',
    '1.2.3.4:80',
  ])('%s', (address) => {
    expect(isPermitted(address, false)).toBe(false);
    expect(isPermitted(address, true)).toBe(false);
  });
});
