package dev.moka.kernel;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private final JavaClasses classes =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("dev.moka.kernel");

    @Test
    void noPackageIsInACycle() {
        slices().matching("dev.moka.kernel.(**)").should().beFreeOfCycles().check(classes);
    }

    @Test
    void theMessageLoopKnowsNoLanguage() {
        noClasses()
                .that()
                .resideInAnyPackage("..kernel.loop..", "..kernel.transport..", "..kernel.output..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "..kernel.java..",
                        "..kernel.engine..",
                        "..kernel.magics..",
                        "..kernel.display..")
                .check(classes);
    }
}
