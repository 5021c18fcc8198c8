#!/usr/bin/env python3
"""Every file that is produced validates against docs/comparison.schema.json."""

import json
import pathlib
import shutil
import subprocess
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent / "support"))
from program import ROOT, ProgramTest, random_pairs, skip

SCHEMA = ROOT / "docs/comparison.schema.json"

AJV = """
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
const require = createRequire(process.argv[2]);
const Ajv = require('ajv/dist/2020').default;
const [schema, files] = JSON.parse(readFileSync(0, 'utf8'));
const validate = new Ajv({ strict: false, allErrors: false }).compile(schema);
for (const file of files) if (!validate(file)) { console.log(JSON.stringify(validate.errors)); process.exit(1); }
"""


def errors_by_jsonschema(files):
    validator = jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))
    for file in files:
        for error in validator.iter_errors(file):
            return f"{list(error.absolute_path)}: {error.message[:300]}"
    return ""


def errors_by_ajv(files):
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    process = subprocess.run(["node", "--input-type=module", "-e", AJV, "-", str(ROOT / "package.json")], check=False,
                             input=json.dumps([schema, files]), capture_output=True, encoding="utf-8")
    return process.stdout + process.stderr if process.returncode else ""


try:
    import jsonschema
    errors_of = errors_by_jsonschema
except ImportError:
    if not shutil.which("node") or not (ROOT / "node_modules/ajv").is_dir():
        skip("neither Python's jsonschema nor npm's ajv is installed")
    errors_of = errors_by_ajv


class Schema(ProgramTest):
    def assert_valid(self, files):
        self.assertEqual(errors_of(files), "")

    def histories(self):
        for folder in sorted((ROOT / "assets/samples").iterdir()):
            versions = sorted(str(path) for path in folder.glob("[0-9]*.*"))
            if len(versions) > 1:
                yield versions

    def test_comparisons_of_the_samples(self):
        files = []
        for versions in self.histories():
            for options in ([], ["--first-to-last", "--ignore", "quotes,case", "--collation"], ["--position-encoding", "utf-8"]):
                result = self.run_program("compare", *versions, "--format", "json", "--language", "en", *options)
                files.append(json.loads(result.out))
        self.assertGreater(len(files), 5)
        self.assertTrue(any(step["moves"] for file in files for step in file["steps"]))
        self.assert_valid(files)

    def test_comparisons_of_anything(self):
        lines = [json.dumps({"id": number, "documents": [{"text": before}, {"text": after}]})
                 for number, (before, after) in enumerate(random_pairs(200, seed=3))]
        self.assert_valid([json.loads(line) for line in self.run_program("batch", stdin="\n".join(lines)).text.split("\n") if line])

    def test_the_schema_refuses_what_is_wrong(self):
        versions = next(self.histories())
        good = self.run_program("compare", *versions, "--format", "json").text
        for old, new in (('"version": 1', '"version": 2'), ('"utf-16"', '"utf-7"'), ('"kind": "', '"kind": "x'),
                         ('["=", ', '["~", '), ('"degraded": false', '"degraded": 0'), ('"moved": ', '"movd": ')):
            self.assertIn(old, good)
            self.assertNotEqual(errors_of([json.loads(good.replace(old, new, 1))]), "", new)


if __name__ == "__main__":
    unittest.main()
