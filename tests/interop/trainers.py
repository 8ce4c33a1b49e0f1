"""
Loads exported files with the trainers' own code. Reads {"jobs": [{"library", ...}]} and prints, for each, the library's version and what it made of the file, or
why it could not be imported here.
"""
import importlib.metadata
import json
import sys
import tempfile


def without_none(value):
    """Trainers take nulls that Arrow adds for absent keys as absent."""
    if isinstance(value, dict):
        return {key: without_none(item) for key, item in value.items() if item is not None}
    return [without_none(item) for item in value] if isinstance(value, list) else value


def rows_of(file):
    with open(file, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def tokenizer_with(template):
    from tokenizers import Tokenizer, models
    from transformers import PreTrainedTokenizerFast

    made = PreTrainedTokenizerFast(tokenizer_object=Tokenizer(models.WordLevel({"?": 0}, unk_token="?")), eos_token="?")
    made.chat_template = template
    return made


def run_datasets(job):
    import datasets

    with tempfile.TemporaryDirectory() as cache:
        loaded = datasets.load_dataset(job["format"], data_files=job["file"], split="train", cache_dir=cache)
        return {"rows": [without_none(row) for row in loaded.to_list()]}


def run_pyarrow(job):
    import pyarrow.parquet

    table = pyarrow.parquet.read_table(job["file"])
    return {"rows": [without_none(row) for row in table.to_pylist()]}


def run_trl(job):
    from trl.data_utils import apply_chat_template, is_conversational

    tokenizer = tokenizer_with(job["template"])
    rows = rows_of(job["file"])
    assert all(is_conversational(row) for row in rows), "a row is no conversation"
    texts = [apply_chat_template({"messages": row["messages"]}, tokenizer, tools=row.get("tools") or None) for row in rows]
    return {"texts": [text["text"] for text in texts]}


def run_llamafactory(job):
    from llamafactory.data.converter import get_dataset_converter
    from llamafactory.data.formatter import FunctionFormatter, ToolFormatter
    from llamafactory.data.parser import get_dataset_list

    (attributes,) = get_dataset_list([job["dataset"]], job["folder"])
    convert = get_dataset_converter(attributes.formatting, attributes, None)
    functions = FunctionFormatter(slots=["{{content}}"], tool_format="default")
    tools = ToolFormatter(tool_format="default")
    words = {"thought_words": ("<think>\n", "\n</think>\n\n"), "tool_call_words": ("<tool_call>", "</tool_call>")}
    made = []
    for row in rows_of(job["file"]):
        one = convert(row)
        turns = one["_prompt"] + one["_response"]
        assert turns, "a row is skipped"
        for turn in turns:
            if turn["role"] == "function":
                functions.apply(content=turn["content"], **words)
        if one["_tools"]:
            tools.apply(content=one["_tools"])
        made.append({"turns": len(turns), "system": one["_system"]})
    return {"rows": made}


def run_axolotl(job):
    from axolotl.prompt_strategies.chat_template import ChatTemplatePrompter, ChatTemplateStrategy

    tokenizer = tokenizer_with(job["template"])
    prompter = ChatTemplatePrompter(tokenizer, chat_template=job["template"], message_field_training="train")
    strategy = ChatTemplateStrategy(prompter, tokenizer, train_on_inputs=False, sequence_len=1 << 20, roles_to_train=["assistant"])
    return {"rows": [strategy.get_conversation_thread(row) for row in rows_of(job["file"])]}


def run(job):
    library = job["library"]
    try:
        __import__(library)
        version = importlib.metadata.version(library)
    except Exception as error:
        return {"version": None, "missing": str(error)}
    try:
        return {"version": version, "missing": None, "result": globals()[f"run_{library}"](job)}
    except ModuleNotFoundError as error:
        return {"version": version, "missing": str(error)}
    except Exception as error:
        return {"version": version, "missing": None, "error": f"{type(error).__name__}: {error}"}


print(json.dumps([run(job) for job in json.load(sys.stdin)["jobs"]]))
