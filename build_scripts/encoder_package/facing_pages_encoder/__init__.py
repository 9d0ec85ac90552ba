"""The model file of Facing Pages' contextual word encoder; `word-encoder.onnx` beside this file."""
