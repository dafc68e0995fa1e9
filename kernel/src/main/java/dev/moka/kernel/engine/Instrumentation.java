package dev.moka.kernel.engine;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassHierarchyResolver.ClassHierarchyInfo;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.HashSet;
import java.util.Set;

/// Rewrites the bytecode of cells: a stop check at each method entry and before each jump
/// backwards, so that any loop or recursion can be interrupted; calls that would end the process
/// become calls that end the cell.
public final class Instrumentation {
    private static final ClassDesc GUARD = ClassDesc.of("dev.moka.kernel.guard.Guard");
    private static final ClassDesc RUNTIME = ClassDesc.of("java.lang.Runtime");
    private static final MethodTypeDesc EXIT =
            MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int);
    private static final MethodTypeDesc EXIT_RUNTIME =
            MethodTypeDesc.of(ConstantDescs.CD_void, RUNTIME, ConstantDescs.CD_int);

    private static final Set<MethodTypeDesc> PRINT_STACK_TRACE =
            Set.of(
                    MethodTypeDesc.of(ConstantDescs.CD_void),
                    MethodTypeDesc.of(ConstantDescs.CD_void, ClassDesc.of("java.io.PrintStream")),
                    MethodTypeDesc.of(ConstantDescs.CD_void, ClassDesc.of("java.io.PrintWriter")));

    private final ClassFile classFile;

    /// @param loader finds the classes that the rewritten classes refer to
    public Instrumentation(ClassLoader loader) {
        ClassHierarchyResolver known = ClassHierarchyResolver.ofResourceParsing(loader).cached();
        classFile =
                ClassFile.of(
                        ClassFile.ClassHierarchyResolverOption.of(
                                known.orElse(Instrumentation::unknown)));
    }

    /// The class rewritten, or as it was when rewriting would make a method too large.
    public byte[] instrument(byte[] classBytes) {
        try {
            return classFile.transformClass(
                    classFile.parse(classBytes),
                    ClassTransform.transformingMethodBodies(CodeTransform.ofStateful(Body::new)));
        } catch (IllegalArgumentException _) {
            return classBytes;
        }
    }

    private static ClassHierarchyInfo unknown(ClassDesc type) {
        return ClassHierarchyInfo.ofClass(ConstantDescs.CD_Object);
    }

    /// The state of one method's rewriting: which labels have been passed.
    private static final class Body implements CodeTransform {
        private final Set<Label> passed = new HashSet<>();
        private boolean entered;

        @Override
        public void accept(CodeBuilder code, CodeElement element) {
            // Not before the first line number, so that an overflow in it has the method's line.
            if (!entered && element instanceof Instruction) {
                entered = true;
                check(code);
            }
            switch (element) {
                case LabelTarget target -> {
                    passed.add(target.label());
                    code.with(element);
                }
                case BranchInstruction branch when passed.contains(branch.target()) -> {
                    check(code);
                    code.with(element);
                }
                case InvokeInstruction call -> invoke(code, call);
                default -> code.with(element);
            }
        }

        private static void invoke(CodeBuilder code, InvokeInstruction call) {
            String owner = call.owner().asInternalName();
            String name = call.name().stringValue();
            boolean takesStatus = call.typeSymbol().equals(EXIT);
            if (takesStatus && owner.equals("java/lang/System") && name.equals("exit")) {
                code.invokestatic(GUARD, name, EXIT);
            } else if (takesStatus
                    && owner.equals("java/lang/Runtime")
                    && (name.equals("exit") || name.equals("halt"))) {
                code.invokestatic(GUARD, name, EXIT_RUNTIME);
            } else if (call.opcode() == Opcode.INVOKEVIRTUAL
                    && isPrintStackTrace(owner, name, call.typeSymbol())) {
                code.invokestatic(
                        GUARD,
                        name,
                        call.typeSymbol().insertParameterTypes(0, ConstantDescs.CD_Throwable));
            } else {
                code.with(call);
            }
        }

        private static boolean isPrintStackTrace(String owner, String name, MethodTypeDesc type) {
            boolean throwable =
                    owner.endsWith("Exception")
                            || owner.endsWith("Error")
                            || owner.endsWith("Throwable");
            return throwable && name.equals("printStackTrace") && PRINT_STACK_TRACE.contains(type);
        }

        private static void check(CodeBuilder code) {
            code.invokestatic(GUARD, "check", MethodTypeDesc.of(ConstantDescs.CD_void));
        }
    }
}
