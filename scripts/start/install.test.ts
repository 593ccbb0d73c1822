import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { comparePackages, missingPackages } from './install.mjs';

const wanted = {
  '': { version: '1.0.0' },
  'node_modules/pg': { version: '8.23.1' },
  'node_modules/fsevents': { version: '2.3.3', optional: true },
  'node_modules/@turing/db': { link: true, resolved: 'packages/db' },
};

describe('comparePackages', () => {
  it('is content with everything but what other platforms need', () => {
    const installed = { 'node_modules/pg': { version: '8.23.1' }, 'node_modules/@turing/db': { link: true } };
    expect(comparePackages(wanted, installed)).toEqual([]);
  });

  it('names what is missing, of another version, or no link any more', () => {
    const installed = {
      'node_modules/pg': { version: '8.23.0' },
      'node_modules/@turing/db': { version: '1.0.0' },
    };
    expect(comparePackages(wanted, installed)).toEqual(['node_modules/pg', 'node_modules/@turing/db']);
    expect(comparePackages(wanted, {})).toEqual(['node_modules/pg', 'node_modules/@turing/db']);
  });

  it('names an optional package that is there in another version', () => {
    const installed = { ...wanted, 'node_modules/fsevents': { version: '2.0.0', optional: true } };
    expect(comparePackages(wanted, installed)).toEqual(['node_modules/fsevents']);
  });
});

describe('missingPackages', () => {
  let root: string;

  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'turing-install-'));
    mkdirSync(path.join(root, 'node_modules'));
    writeFileSync(path.join(root, 'package-lock.json'), JSON.stringify({ packages: wanted }));
  });

  afterEach(() => {
    rmSync(root, { recursive: true, force: true });
  });

  function writeInstalled(text: string): void {
    writeFileSync(path.join(root, 'node_modules/.package-lock.json'), text);
  }

  it('finds nothing missing after npm has finished', () => {
    writeInstalled(JSON.stringify({ packages: wanted }));
    expect(missingPackages(root)).toEqual([]);
  });

  it('finds everything missing after an interrupted install', () => {
    expect(missingPackages(root)).toHaveLength(2);
    writeInstalled('{"packages":{"node_modules/pg"');
    expect(missingPackages(root)).toHaveLength(2);
  });
});
