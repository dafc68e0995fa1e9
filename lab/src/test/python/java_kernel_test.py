"""The Jupyter project's own kernel test, on the Java kernel as `./moka install-kernel` offers it to any Jupyter."""
import unittest

import jupyter_kernel_test
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import start_new_kernel


class JavaKernelTest(jupyter_kernel_test.KernelTests):
    kernel_name = "java"
    language_name = "java"
    file_extension = ".jshell"

    code_hello_world = 'System.out.println("hello, world")'
    code_stderr = 'System.err.println("careful")'
    completion_samples = [{"text": '"moka".toUpp', "matches": {"toUpperCase("}}]
    complete_code_samples = ["int a = 1;", "1 + 1", "for (int i = 0; i < 3; i++) {\n}"]
    incomplete_code_samples = ["for (int i = 0; i < 3; i++) {", "class A {"]
    invalid_code_samples = ["int 1a = ;"]
    code_generate_error = "int zero = 0; 1 / zero"
    code_execute_result = [{"code": "6 * 7", "result": "42"}]
    code_display_data = [{"code": 'display("shown")', "mime": "text/plain"}]
    code_inspect_sample = "Math.max"
    supported_history_operations = ("tail", "range", "search")
    code_history_pattern = "6*"


class AnyJupyterTest(unittest.TestCase):
    def test_the_installed_kernel_is_offered(self):
        spec = KernelSpecManager().get_kernel_spec("java")
        self.assertEqual(("Java", "java"), (spec.display_name, spec.language))

    def test_a_cell_runs_and_keeps_its_variables(self):
        manager, client = start_new_kernel(kernel_name="java", startup_timeout=60)
        try:
            printed = []
            client.execute_interactive("int cups = 3;", timeout=30, output_hook=lambda _: None)
            reply = client.execute_interactive("System.out.println(cups * 7);", timeout=30,
                                               output_hook=lambda message: printed.append(message["content"].get("text", "")))
            self.assertEqual("ok", reply["content"]["status"])
            self.assertEqual("21\n", "".join(printed))
        finally:
            client.stop_channels()
            manager.shutdown_kernel()


if __name__ == "__main__":
    unittest.main()
