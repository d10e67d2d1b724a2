import assert from 'node:assert/strict';
import { test } from 'node:test';
import { machineOf, THIS_MACHINE, builtFor } from './machine';

function bytes(length: number, write: (buffer: Buffer) => void): Buffer {
  const buffer = Buffer.alloc(length);
  write(buffer);
  return buffer;
}

test('the program that runs this test is built for this machine', async () => {
  assert.equal(await builtFor(process.execPath), undefined);
  assert.match(THIS_MACHINE, /^(Linux|macOS|Windows) \(/);
});

test('the formats of Linux, macOS and Windows name their processors', () => {
  const elf = bytes(64, (buffer) => {
    buffer.write('\x7fELF\x02\x01', 'latin1');
    buffer.writeUInt16LE(243, 18);
  });
  assert.equal(machineOf(elf), 'Linux (riscv64)');
  const machO = bytes(64, (buffer) => {
    buffer.writeUInt32LE(0xfeedfacf, 0);
    buffer.writeUInt32LE(0x0100000c, 4);
  });
  assert.equal(machineOf(machO), 'macOS (arm64)');
  const pe = bytes(256, (buffer) => {
    buffer.write('MZ', 'latin1');
    buffer.writeUInt32LE(128, 60);
    buffer.write('PE\0\0', 128, 'latin1');
    buffer.writeUInt16LE(0x8664, 132);
  });
  assert.equal(machineOf(pe), 'Windows (x64)');
});

test('a script, and what is too short, name none', () => {
  assert.equal(machineOf(Buffer.from('#!/bin/sh\necho rapporteur 1.0.0\n'.repeat(4))), undefined);
  assert.equal(machineOf(Buffer.from('\x7fELF', 'latin1')), undefined);
});
